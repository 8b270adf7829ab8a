"""The phrases that the promise reader knows, as data: runs of plain words and the signs that stand for them.

Plain words are those of `vocabulary`: "business day" here also takes "biz days". Phrases of one meaning stand together,
apart by bars; an empty meaning is filler. No rule lives here.
"""

from __future__ import annotations

# signs: the phrases that they stand for
MEANINGS: dict[str, str] = {
    "then": "failing that | failing which | in which case | or else | at worst",
    "dayend": (
        "end of day | end of the day | eod | cob | cop | eob | coe | end of business | end of play | "
        "end of work | end of trading | end business | close business | end of the business day | "
        "end of the working day | end of business day | end of bizday | end of the bizday | "
        "close of the day | day end | end day | end of office hour | day is out"
    ),
    "today": (
        "end of today | end of play today | later today | same day | this very day | within hours | "
        "in hours | coming hour | matter of hours | next hours | next hour | the next hour | "
        "coming hours | within the hour | within the day | in an hour | "
        "within an hour | in the hour | in an hour or two | in half an hour"
    ),
    "daypart": ("in the afternoon | in the evening | at noon | at lunchtime | at midnight | o clock"),
    "morning": "first thing in the morning | first thing | in the morning | the morning",
    "daypart-today": "this morning | this afternoon | this evening",
    "in2days": "day after tomorrow | the day after tomorrow | tomorrow or the day after | overmorrow",
    "tomorrow": "overnight",
    "from today": "as of today",
    "bizday": "business day | working day | bus day | office day | banking day | week day | trading day",
    "day": "calendar day",
    "hour": "business hour",
    "officehours": "working hour | office hour | opening hour",
    "end week": "eow | eo week | week end | weeks end | end of working week",
    "end next week": "eonw",
    "midweek": "mid week",
    "week": "working week | business week",
    "cw": "calendar week | kalenderwoche | kw | cw | iso week | week number | week no",
    "weekof": (
        "week commencing | week beginning | week starting | w/c | wk/c | w/o | wk/o | wk/b | wc | w/b | "
        "wb | week that starts | "
        "week that begins | week which starts"
    ),
    "weekending": "week end on | week ending | we ending | week that ends",
    "last week": "final week",
    "n2 week": "too weeks",
    "n2 day": "too days",
    "week after next": "next week but one | next to next week",
    "n1 week": "this time next week | same time next week",
    "few week": (
        "the weeks ahead | in weeks | within weeks | matter of weeks | number of weeks | coming weeks | "
        "next weeks | "
        "following weeks | some weeks"
    ),
    "few month": "the months ahead | in months | coming months | next months",
    "end month": "eom | eo month",
    "end year": "eoy | eo year",
    "end quarter": "eoq",
    "fiscal": "fiscal year | financial year | fy | tax year | school year | academic year | fiscal quarter",
    "year": "calendar year",
    "month": "calendar month",
    "firsthalf of": "first half of",
    "firsthalf": "first half",
    "late": (
        "second half of | second half | latter half of | last half of | late half of | late part of | "
        "last part of | back half of | late stages of | mid to late | middle to late | middle to end of | "
        "mid to end"
    ),
    "early": (
        "first part of | early part of | first days of | first few days of | very beginning of | top of | "
        "turn of | front end of"
    ),
    "end": "tail end of | back end of | last days of | last few days of | very end of",
    "mid": "beginning or middle of | beginning to mid | early to mid | early or mid",
    "end of": "last day of",
    "lastbiz of": (
        "last working day of | last bizday of | last business day of | last working day in | "
        "last business day in | last bizday in"
    ),
    "newyear": "new year | the new year",
    "newyearsday": "new year day",
    "newyearseve": "new year eve | nye",
    "christmaseve": "christmas eve",
    "holidays": (
        "festive season | festive period | festive break | christmas break | christmas holidays | "
        "christmas holiday | "
        "christmas period | christmas shutdown | christmas vacation | winter break | holiday break | "
        "holiday season | holiday period | year end break | winter holidays | holidays | festivities | "
        "christmas and new year"
    ),
    "christmas": "christmas day",
    "goodfriday": "good friday",
    "eastermonday": "easter monday",
    "easter": "easter sunday | easter holidays | easter holiday | easter break | easter weekend",
    "boxingday": "boxing day",
    "bankholiday": (
        "bank holiday | bank hol | public holiday | stat holiday | statutory holiday | federal holiday | "
        "national holiday | the holiday"
    ),
    "longweekend": "long weekend | holiday weekend | bank holiday weekend",
    "fewdays": (
        "the days ahead | in days | within days | matter of days | coming days | following days | "
        "next day or so | "
        "a day or so | one day or so | next day or two | next day or 2 | any day | any day now | next days | "
        "number of days | couple three days | some days"
    ),
    "by": (
        "no later than | not later than | no later then | not later then | nlt | not after | not past | "
        "not beyond | never later than"
    ),
    "": (
        "give it | allow | good morning | good afternoon | good evening | good night | "
        "any later than | a good | as late as | "
        "if not sooner | if not before | if not earlier | "
        "or sooner | or earlier | or before | maybe sooner | maybe earlier | possibly sooner | "
        "possibly earlier | perhaps sooner | hopefully sooner | hopefully before | hopefully earlier | "
        "probably sooner | sooner | earlier | at latest | at the latest | at the very latest | the latest | "
        "latest | at most | at the most | at the outside | at the very most | maximum | a maximum | "
        "no doubt | no problem | no worries | no rush | not worry | if all goes well | "
        "if all goes to plan | all going well | all being well | if everything goes well | "
        "if everything goes to plan | if all go well | if things go well | if things go to plan | "
        "if nothing goes wrong | if nothing comes up | if i remember | if i remember correctly | "
        "if i recall | iirc | if possible | if at all possible | if i am not mistaken | if we can | "
        "if they can | if i can | if you like | if not already | god willing | fingers crossed | "
        "touch wood | with any luck | with luck | either way | or so | or thereabouts | give or take | "
        "worst case | best case | either | as far as i know | as planned | some time | some point | "
        "at some point in | and no later | but no later | at this point | right now | for now | in total | "
        "all in all | as a rule | as usual | of course | no matter what | whatever happens | "
        "one way or the other | one way or another | time | supposed to | look forward to | "
        "looking forward to | 24/7"
    ),
    "upto": (
        "no longer than | not longer than | no more than | not more than | up to | less than | under | "
        "fewer than | max of | maximum of"
    ),
    "atleast": (
        "no earlier than | not earlier than | no sooner than | not sooner than | at least | at the least | "
        "atleast | no less than | not less than | more than | longer than | at earliest | at the earliest | "
        "at the very earliest | at the very least | earliest | the earliest | at the soonest | "
        "at soonest | soonest | the soonest | minimum | minimum of | "
        "a minimum of | upwards of | or later | or after | or more | or longer | onward | onwards | "
        "and later | and beyond | or beyond | if not later | or even later | maybe later | maybe longer | "
        "maybe more | possibly later | possibly longer | perhaps longer | perhaps later | as early as"
    ),
    "in": "in the course of | over the course of | during the course of",
    "in this": "in the course of the | over the course of the | during the course of the",
    "the coming week": "the week ahead",
    "before": "earlier than | sooner than | in advance of | prior to | ahead of | previous to",
    "after": "later than | any time after | anytime after",
    "when": "as soon as | so soon as",
    "from": "on from | starting from | starting on | starting | as of | as from | effective | beginning on",
    "until": "up until | up till",
    "not until": "not until",
    "after next": "after next",
    "not before": "no news before",
    "soon": (
        "soon | as soon as possible | before too long | when they can | when he can | when she can | "
        "as soon as we can | as soon as they can | as soon as i can | "
        "as soon as he can | as soon as she can | asap | shortly | in due course | due course | presently | "
        "before long | in a bit | in a while | in time | in the near future | near future | in good time | "
        "at some point | sometime soon | eventually | later | when possible | when we can | "
        "at your earliest convenience | at our earliest convenience | earliest convenience | no date | "
        "no idea | say nothing | no time frame | no timeline | no timeframe | "
        "still deciding | unclear | unknown | tbd | tbc | tba | n/a | na | forgot to ask | no date given | "
        "a delay | delay | momentarily | without delay | promptly | quickly | right away | immediately | "
        "in no time | no timescale | no time line | no timelines | no deadline | no specifics"
    ),
    "not soon": (
        "not yet | not say | not said | not mention | not ask | not specify | not give | not told | "
        "not tell | not clear"
    ),
    "nothing": (
        "said nothing | nothing | no news | no word | no contact | no answer | no reply | no response | "
        "silence | "
        "no call | no email | nothing heard"
    ),
    "hedge": (
        "not sure | not certain | not entirely sure | not quite sure | not know exactly | "
        "not exactly sure | not promise | no promise | no promises | no guarantee | no guarantees | "
        "not guarantee | not know | not say for sure | not say exactly | not 100%"
    ),
    "mayyou": (
        "not hesitate to | not hesitate | not be afraid to | not forget to | feel free to | you can | "
        "you could | you may | you might | you are welcome to | welcome to | asked me to | told me to | "
        "told to | asked to | advised to | "
        "ask me to | i am to | i should | i can | i could | want me to | wants me to | wanted me to | "
        "asked that i | i have to | i am supposed to | i may | best to | you to | you must"
    ),
    "fromnow": (
        "after today interview | from today interview | of today interview | "
        "from now | from today | hence | from here | from the interview | of the interview | "
        "after the interview | after this interview | after our interview | of this interview | of today | "
        "of now | after our talk | after the call | of our interview | from this interview | of our talk | "
        "of your interview | after your interview | down the line"
    ),
    "aftertoday": "after today",
    "hear": (
        "they will come back | hr will come back | we will come back | i will come back | come back with | "
        "come back by | come back within | would get back | will get back | should get back | "
        "could get back | hope to get back | "
        "in touch | let you know | get back to you | come back to you | be back to you | back to you | "
        "we will get back | they will get back | we get back | they get back | i will get back | "
        "get back with | "
        "hr will get back | someone will get back | will be getting back | getting back to you | back to me | "
        "hear back | be contacted | be called | be emailed | be phoned | be invited | be sent | next step | "
        "next steps | keep you inform | keep you informed | keep you posted | keep you updated | "
        "keep me posted | "
        "keep me informed | make you a return | go out | know more | give you | speak to you | "
        "talk to you | be told | tell you"
    ),
    "getintouch": "get in touch | get back in touch",
    "letmeknow": "let me know | let us know",
    "getback": (
        "get back to me | get back to us | get back to | come back to me | come back to us | gets back to me | "
        "gets back to us | gets back to | getting back to me | getting back to us"
    ),
    "verb": "call back",
    "if not hear": (
        "should i not hear | should we not hear | should i hear nothing | should you not hear | "
        "should you not have hear | should you have not hear"
    ),
    "otherlike": (
        "want to see | see one more | see another | see more | see other | seeing | meet the team | "
        "meet with | meeting with | coffee chat | i will meet | panel interview | video call | zoom call | "
        "teams call | call with | chat with | phone screen | phone interview | phone screening | "
        "second round | next round | final round | third round"
    ),
    "followup": "follow up | follow ups | circle back | reach out | touch base | follow up with",
    "checkback": "check back | check in",
    "decide": (
        "make up our mind | make our mind up | make up their mind | sign off | signed off | green light | "
        "make a decision | make the decision | final say | a no | a yes | yes or no | yes no"
    ),
    "answer": "phone call",
    "giveme": "drop me | drop us | shoot me | shoot us | send me a | send us a",
    "give": "give me | give us | give them | give him | give her | give hr",
    "tryme": "try me | try us | try again | ask again | remind me | remind us",
    "youshould": "you should",
    "not to": "not bother | not bother to | not bother with",
    "not": "refrain from | no need to | no need for | avoid",
    "you not verb": (
        "prefer no contact | prefers no contact | not take call | not take phone call | "
        "not accept call | not accept phone call"
    ),
    "not verb": (
        "not to be contacted | not want to be contacted | "
        "no phone | no call please | no email please | please no call | please no email | no call or email | "
        "no email or call | no contact please | please no contact"
    ),
    "week end": "week is out | week is over | week out",
    "month end": "month is out | month is over | month out",
    "year end": "year is out | year is over | year out",
    "mine": (
        "thank you for | thanks for | reply to | respond to | my answer | my decision | my reply | "
        "tell them | tell him | tell her | let them know | "
        "want an answer | wants an answer | need an answer | needs an answer | answer from me | "
        "my other offer | "
        "another offer | competing offer | i need to decide | i have to decide | i must decide | "
        "i need to answer | i have to answer | i must answer | i need to respond | i have to respond | "
        "i must respond | i need to reply | i have to reply"
    ),
    "other": (
        "need someone | want someone | someone to start | want me from | want me to start | "
        "want you to start | can you start | could you start | able to start | could i start | in place | "
        "in post | in seat | in the role | on board | on file | fill the role | fill the position | "
        "keep my | keep your | be based | start date | first day | starting date | notice period | "
        "trial day | closing date | application deadline | office closed | send us | send me | send them | "
        "send it | send in | hand in | accept by | need your | your answer | your reply | your decision | "
        "offer expires | offer is valid | available to start | move offices | moves offices | "
        "moving offices | office move | office moves | team lunch | farewell lunch | go live | "
        "goes live | going live | all hands | town hall | reference check | check reference | "
        "checking reference | "
        "checking your reference | checking my reference | job fair | career fair | background check | "
        "internship runs | contract runs | program runs | placement runs"
    ),
    "event": "work sample | writing sample",
    "x": "sat with | sat down | sat in | sat through",
    "away": "out of office | out of the office",
    "ratherthan": "instead of | rather than | in place of | as opposed to",
    "but not": "and not",
    "correction": "scratch that | make that | i mean | no sorry | or rather | no wait | i meant",
    "was": (
        "had hoped | had said | had planned | used to be | hoped for | were hoping | was hoping | "
        "no longer | had been | were aiming"
    ),
    "now": (
        "rang to say | called to say | emailed to say | wrote to say | texted to say | pushed back | "
        "put back | moved back | push back | set back | slipped back"
    ),
    "ends": (
        "they will come back from | we will come back from | i will come back from | "
        "will get back from | would get back from | gets back from | get back from"
    ),
    "ago": "ago",
    "lastperiod": (
        "last night | the other day | yesterday | the other week | earlier this week | earlier today | "
        "just now"
    ),
    "butone": "but one",
}

PHRASES: dict[str, str] = {
    phrase: meaning for meaning, phrases in MEANINGS.items() for phrase in phrases.split(" | ")
}
