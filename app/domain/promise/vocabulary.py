"""The words that the promise reader knows, as data: spellings, phrases, classes. No rule lives here.

Three steps use them (see `lexer`): a spelling becomes its plain word, a run of plain words becomes one or more signs,
and a plain word that no phrase took becomes its sign by class. A sign is what the rules are written in.
"""

from __future__ import annotations

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

# plain word: other spellings and slips of it
SPELLINGS: dict[str, str] = {
    "monday": "mon mondy moday munday mnday",
    "tuesday": "tue tues teusday tuseday tusday tuesdy",
    "wednesday": "wed weds wednes wednsday wendesday wensday wednessday wedensday wenesday",
    "thursday": "thu thur thurs thrs thursdy thrusday thirsday thusday",
    "friday": "fri frid fryday firday fridy",
    "saturday": "sat satur saterday satuday",
    "sunday": "sun sund suday",
    "january": "jan janurary januray janaury",
    "february": "feb febr febuary feburary febrary februrary febuary",
    "march": "mar marhc",
    "april": "apr apirl aprl",
    "june": "jun",
    "july": "jul",
    "august": "aug augst agust",
    "september": "sep sept septmber septemeber",
    "october": "oct octobre ocotber",
    "november": "nov novmber novemeber",
    "december": "dec decemeber decmber desember",
    "week": "wk wkk weke weeek wek weak", "weeks": "wks weeeks weks weaks",
    "day": "dy", "days": "dys dayz",
    "month": "mth mnth monht", "months": "mths mnths mos",
    "hours": "hrs",
    "year": "years yr yrs",
    "quarter": "quarters qtr qtrs",
    "minute": "minutes mins",
    "bizday": "bizdays weekday weekdays workday workdays bd bds busday busdays wd bday bdays",
    "weekend": "weekends wkend wknd weeknd wkends",
    "afternoon": "arvo", "fortnight": "fortnights fortnite fornight fortnigt",
    "today": "2day todays tody toaday",
    "tonight": "tonite 2nite tonigt",
    "tomorrow": "tmrw tmr tmw tmrow tomorow tommorow tommorrow tomorrows 2moro tomo tom tomoz tomorro toomorrow",
    "next": "nxt nex nxet netx",
    "following": "follwing folowing ff",
    "coming": "upcoming forthcoming",
    "last": "lst previous",
    "within": "win wthin w/in inside witin withn",
    "before": "b4 befor bfore prior ahead",
    "after": "afer aftr post afterwards",
    "until": "till til untill unitl through thru throughout",
    "business": "biz bus busines bussiness buisness bizness",
    "working": "work wrking workin",
    "beginning": "begining beggining beg", "start": "begin strat",
    "middle": "mid midle centre center",
    "end": "edn close", "ending": "endng",
    "late": "latter lateish",
    "early": "erly earlyish",
    "few": "handful",
    "couple": "cpl coupla cple coupl copule",
    "several": "severl sevral",
    "christmas": "xmas chrismas christmass x-mas crimbo chrimbo",
    "easter": "eastertime",
    "labour": "labor",
    "hear": "hears hearing heard here'from",
    "call": "calls calling",
    "email": "emails emailing e-mail e-mails mail mails mailing",
    "phone": "phones phoning telephone",
    "ring": "rings ringing buzz bell shout nudge'",
    "text": "texts texting sms whatsapp",
    "write": "writes writing",
    "contact": "contacts contacting",
    "message": "messages messaging msg dm",
    "ping": "pings pinging",
    "chase": "chasing chases",
    "decide": "decides deciding decided decison",
    "decision": "decisions descision desicion decison",
    "interview": "interviews interviewing interviewed intervews intvw intvws",
    "application": "applications applicants applicant applying",
    "candidate": "candidates",
    "latest": "lastest",
    "earliest": "earliset",
    "minimum": "minimun",
    "maximum": "max tops maximun",
    "approximately": "approx aprox approximatly",
    "probably": "prob probs probly prolly",
    "definitely": "definately def",
    "between": "btw btwn betwen betw",
    "with": "w/",
    "and": "& n",
    "please": "pls plz",
    "you": "u ya yous y'all",
    "your": "ur",
    "because": "bc cos cuz",
    "not": "nt",
    "do": "does",
    "no": "nope",
    "holidays": "hols",
    "reference": "references refs",
}

NUMBERS: dict[str, int] = {
    w: i
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
ORDINALS: dict[str, int] = {
    w: i
    for i, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {"thirtieth": 30, "twelvth": 12, "eigth": 8, "fith": 5, "nineth": 9, "twentyeth": 20}

# a run of plain words: the signs that stand for it ("" is filler)
PHRASES: dict[str, str] = {
    # parts and ends of a day
    "end of day": "dayend", "end of the day": "dayend", "eod": "dayend", "cob": "dayend", "cop": "dayend",
    "eob": "dayend", "coe": "dayend", "end of business": "dayend", "end of play": "dayend", "end of work": "dayend",
    "end of trading": "dayend", "end business": "dayend", "close business": "dayend", "end of the business day": "dayend",
    "end of the working day": "dayend", "end of business day": "dayend", "end of bizday": "dayend",
    "end of the bizday": "dayend", "close of the day": "dayend", "end of today": "today", "day end": "dayend",
    "end day": "dayend", "end of play today": "today", "first thing": "daypart", "first thing in the morning": "morning",
    "end of office hour": "dayend", "this morning": "daypart-today", "this afternoon": "daypart-today",
    "this evening": "daypart-today", "later today": "today", "same day": "today", "this very day": "today",
    "in the afternoon": "daypart", "in the evening": "daypart", "in the morning": "morning", "the morning": "morning",
    "at noon": "daypart", "at lunchtime": "daypart", "at midnight": "daypart", "o clock": "daypart",
    "day after tomorrow": "in2days", "the day after tomorrow": "in2days", "tomorrow or the day after": "in2days",
    "overmorrow": "in2days", "overnight": "tomorrow",
    "as of today": "from today",
    # business days
    "business day": "bizday", "working day": "bizday", "bus day": "bizday", "office day": "bizday",
    "banking day": "bizday", "week day": "bizday", "calendar day": "day", "trading day": "bizday",
    "business hour": "hour", "working hour": "officehours", "office hour": "officehours", "opening hour": "officehours",
    # weeks
    "eow": "end week", "eo week": "end week", "eonw": "end next week", "mid week": "midweek",
    "week end": "end week", "weeks end": "end week", "end of working week": "end week",
    "working week": "week", "business week": "week", "calendar week": "cw", "kalenderwoche": "cw", "kw": "cw",
    "cw": "cw", "iso week": "cw", "week number": "cw", "week no": "cw",
    "week commencing": "weekof", "week beginning": "weekof", "week starting": "weekof", 
    "w/c": "weekof", "wc": "weekof", "w/b": "weekof", "wb": "weekof", 
    "week that starts": "weekof", "week that begins": "weekof", "week which starts": "weekof",
    "week end on": "weekending", "week ending": "weekending", "we ending": "weekending",
    "week that ends": "weekending",
    "next week but one": "week after next", "this time next week": "n1 week", "same time next week": "n1 week",
    "in weeks": "few week", "within weeks": "few week", "matter of weeks": "few week", "number of weeks": "few week",
    "coming weeks": "few week", "next weeks": "few week", "following weeks": "few week", "some weeks": "few week",
    "in months": "few month", "coming months": "few month", "next months": "few month",
    # months, quarters, years
    "eom": "end month", "eoy": "end year", "eoq": "end quarter", "eo month": "end month", "eo year": "end year",
    "fiscal year": "fiscal", "financial year": "fiscal", "fy": "fiscal", "tax year": "fiscal", "school year": "fiscal",
    "academic year": "fiscal", "fiscal quarter": "fiscal", "calendar year": "year", "calendar month": "month",
    "first half of": "firsthalf of", "first half": "firsthalf", "second half of": "late", "second half": "late",
    "latter half of": "late", "last half of": "late", "late half of": "late",
    "first part of": "early", "early part of": "early", "late part of": "late", "last part of": "late", "tail end of": "end",
    "back end of": "end", "last days of": "end", "first days of": "early", "first few days of": "early",
    "last few days of": "end", "very end of": "end", "very beginning of": "early", "top of": "early",
    "turn of": "early", "front end of": "early", "back half of": "late", "late stages of": "late",
    "beginning or middle of": "mid", "last day of": "end of", "last working day of": "lastbiz of",
    "last bizday of": "lastbiz of", "last business day of": "lastbiz of", "last working day in": "lastbiz of",
    "last business day in": "lastbiz of", "last bizday in": "lastbiz of", "beginning to mid": "mid",
    "early to mid": "mid", "mid to late": "late", "middle to late": "late", "middle to end of": "late",
    "mid to end": "late", "early or mid": "mid",
    # the new year and holidays
    "new year": "newyear", "the new year": "newyear", "new year day": "newyearsday", "new year eve": "newyearseve",
    "nye": "newyearseve", "christmas eve": "christmaseve", "festive season": "holidays", "festive period": "holidays",
    "christmas break": "holidays", "christmas holidays": "holidays", "christmas holiday": "holidays",
    "christmas period": "holidays", "christmas shutdown": "holidays", "christmas vacation": "holidays",
    "winter break": "holidays", "holiday break": "holidays", "holiday season": "holidays", "holiday period": "holidays",
    "year end break": "holidays", "winter holidays": "holidays", "holidays": "holidays", "festivities": "holidays",
    "christmas and new year": "holidays", "christmas day": "christmas",
    "good friday": "goodfriday", "easter monday": "eastermonday", "easter sunday": "easter", "boxing day": "boxingday",
    "easter holidays": "easter", "easter holiday": "easter", "easter break": "easter", "easter weekend": "easter",
    "bank holiday": "bankholiday", "public holiday": "bankholiday", "stat holiday": "bankholiday",
    "statutory holiday": "bankholiday", "federal holiday": "bankholiday", "national holiday": "bankholiday",
    "the holiday": "bankholiday", "long weekend": "longweekend", "holiday weekend": "longweekend",
    "bank holiday weekend": "longweekend",
    # a few days
    "in days": "fewdays", "within days": "fewdays", "matter of days": "fewdays", "coming days": "fewdays", "following days": "fewdays",
    "next day or so": "fewdays", "day or so": "fewdays", "any day": "fewdays", "any day now": "fewdays",
    "next days": "fewdays", "number of days": "fewdays", "couple three days": "fewdays", "some days": "fewdays",
    "within hours": "today", "in hours": "today", "matter of hours": "today", "next hours": "today",
    # bounds
    "no later than": "by", "not later than": "by", "no later then": "by", "not later then": "by", "nlt": "by",
    "not after": "by", "not past": "by", "not beyond": "by", "never later than": "by", "any later than": "",
    "no longer than": "upto", "not longer than": "upto", "no more than": "upto", "not more than": "upto",
    "up to": "upto", "less than": "upto", "under": "upto", "fewer than": "upto", "max of": "upto", "maximum of": "upto",
    "no earlier than": "atleast", "not earlier than": "atleast", "no sooner than": "atleast", "earlier than": "before",
    "not sooner than": "atleast", "sooner than": "before", "later than": "after", "at least": "atleast",
    "at the least": "atleast", "atleast": "atleast", "no less than": "atleast", "not less than": "atleast",
    "more than": "atleast", "longer than": "atleast", "at earliest": "atleast", "at the earliest": "atleast",
    "at the very earliest": "atleast", "at the very least": "atleast", "earliest": "atleast", "the earliest": "atleast",
    "minimum": "atleast", "minimum of": "atleast", "a minimum of": "atleast", "a good": "", "upwards of": "atleast",
    "or later": "atleast", "or after": "atleast", "or more": "atleast", "or longer": "atleast", "onward": "atleast",
    "onwards": "atleast", "and later": "atleast", "and beyond": "atleast", "or beyond": "atleast", "if not later": "atleast",
    "or even later": "atleast", "maybe later": "atleast", "maybe longer": "atleast", "maybe more": "atleast",
    "possibly later": "atleast", "possibly longer": "atleast", "perhaps longer": "atleast", "perhaps later": "atleast",
    "as early as": "atleast", "as soon as": "when", "so soon as": "when", "as late as": "", "on from": "from",
    "starting from": "from", "starting on": "from", "starting": "from", "as of": "from", "as from": "from",
    "effective": "from", "beginning on": "from", "up until": "until", "up till": "until", "not until": "not until",
    "any time after": "after", "anytime after": "after", "in advance of": "before", "prior to": "before",
    "ahead of": "before", "previous to": "before", "after next": "after next", "no news before": "not before",
    "if not sooner": "", "if not before": "", "if not earlier": "", "or sooner": "", "or earlier": "", "or before": "",
    "maybe sooner": "", "maybe earlier": "", "possibly sooner": "", "possibly earlier": "", "perhaps sooner": "",
    "hopefully sooner": "", "hopefully before": "", "hopefully earlier": "", "probably sooner": "", "sooner": "",
    "earlier": "", "at latest": "", "at the latest": "", "at the very latest": "", "the latest": "", "latest": "",
    "at most": "", "at the most": "", "at the outside": "", "at the very most": "", "maximum": "", "a maximum": "",
    # no date at all
    "soon": "soon", "as soon as possible": "soon", "as soon as we can": "soon", "as soon as they can": "soon",
    "as soon as i can": "soon", "as soon as he can": "soon", "as soon as she can": "soon", "asap": "soon",
    "shortly": "soon", "in due course": "soon", "due course": "soon", "presently": "soon", "before long": "soon",
    "in a bit": "soon", "in a while": "soon", "in time": "soon", "in the near future": "soon", "near future": "soon",
    "in good time": "soon", "at some point": "soon", "sometime soon": "soon", "eventually": "soon", "later": "soon",
    "not yet": "not soon", "when possible": "soon", "when we can": "soon", "at your earliest convenience": "soon",
    "at our earliest convenience": "soon", "earliest convenience": "soon", "no date": "soon", "no idea": "soon",
    "not say": "not soon", "not said": "not soon", "say nothing": "soon", "said nothing": "soon", "not mention": "not soon",
    "no time frame": "soon", "no timeline": "soon", "no timeframe": "soon", "still deciding": "soon",
    "unclear": "soon", "unknown": "soon", "tbd": "soon", "tbc": "soon", "tba": "soon", "n/a": "soon", "na": "soon",
    "nothing": "nothing", "forgot to ask": "soon", "not ask": "not soon", "no date given": "soon", "not specify": "not soon",
    "not give": "not soon", "not told": "not soon", "not tell": "not soon", "not clear": "not soon", "a delay": "soon", "delay": "soon",
    "momentarily": "soon", "without delay": "soon", "promptly": "soon", "quickly": "soon", "right away": "soon",
    "immediately": "soon", "in no time": "soon",
    # hedges with a "not" or an "if" inside that bind nothing
    "not sure": "hedge", "not certain": "hedge", "not entirely sure": "hedge", "not quite sure": "hedge",
    "not know exactly": "hedge", "not exactly sure": "hedge", "not promise": "hedge", "no promise": "hedge",
    "no promises": "hedge", "no guarantee": "hedge", "no guarantees": "hedge", "not guarantee": "hedge", "not know": "hedge",
    "not say for sure": "hedge", "not say exactly": "hedge", "not 100%": "hedge",
    "no doubt": "", "no problem": "", "no worries": "", "no rush": "", "not worry": "", "not hesitate to": "mayyou",
    "not hesitate": "mayyou", "not be afraid to": "mayyou", "not forget to": "mayyou", "if all goes well": "",
    "if all goes to plan": "", "all going well": "", "all being well": "", "if everything goes well": "",
    "if everything goes to plan": "", "if all go well": "", "if things go well": "", "if things go to plan": "",
    "if nothing goes wrong": "", "if nothing comes up": "", "if i remember": "", "if i remember correctly": "",
    "if i recall": "", "iirc": "", "if possible": "", "if at all possible": "", "if i am not mistaken": "",
    "if we can": "", "if they can": "", "if i can": "", "if you like": "", "if not already": "", "god willing": "",
    "fingers crossed": "", "touch wood": "", "with any luck": "", "with luck": "", "either way": "", "or so": "",
    "or thereabouts": "", "give or take": "", "worst case": "", "best case": "", "either": "", "as far as i know": "",
    "as planned": "", "some time": "", "some point": "", "at some point in": "", "and no later": "", "but no later": "",
    "at this point": "", "right now": "", "for now": "", "in total": "", "all in all": "", "as a rule": "",
    "as usual": "", "of course": "", "no matter what": "", "whatever happens": "", "one way or the other": "",
    "one way or another": "", "from now": "fromnow", "from today": "fromnow", "from this": "fromnow", "hence": "fromnow",
    "from here": "fromnow", "from the interview": "fromnow", "of the interview": "fromnow", "after the interview": "fromnow",
    "after this interview": "fromnow", "after our interview": "fromnow", "of this interview": "fromnow",
    "of today": "fromnow", "of now": "fromnow", "after today": "aftertoday", "after our talk": "fromnow",
    "after the call": "fromnow", "of our interview": "fromnow", "from this interview": "fromnow", "time": "",
    "of our talk": "fromnow", "of your interview": "fromnow", "after your interview": "fromnow", "down the line": "fromnow",
    # hearing
    "in touch": "hear", "get in touch": "getintouch", "let you know": "hear", "let me know": "letmeknow", "let us know": "letmeknow",
    "get back to you": "hear", "come back to you": "hear", "be back to you": "hear", "back to you": "hear",
    "get back to me": "getback", "get back to us": "getback", "get back to": "getback", "come back to me": "getback", "come back to us": "getback",
    "hear back": "hear", "call back": "verb", "get back in touch": "getintouch", "should you not hear": "if not hear",
    "should you not have hear": "if not hear", "should you have not hear": "if not hear", "be contacted": "hear", "be called": "hear",
    "be emailed": "hear", "be phoned": "hear", "be invited": "hear", "be sent": "hear", "want to see": "otherlike", "see one more": "otherlike",
    "see another": "otherlike", "see more": "otherlike", "see other": "otherlike", "seeing": "otherlike",
    "follow up": "followup", "check back": "checkback", "check in": "checkback", "circle back": "followup",
    "reach out": "followup", "touch base": "followup", "follow up with": "followup", "next step": "hear",
    "next steps": "hear", "go out": "hear", "know more": "hear", "give you": "hear", "speak to you": "hear",
    "talk to you": "hear", "be told": "hear", "tell you": "hear", "make up our mind": "decide", "make our mind up": "decide",
    "make up their mind": "decide", "sign off": "decide", "signed off": "decide", "phone call": "answer",
    "green light": "decide", "make a decision": "decide", "make the decision": "decide", "final say": "decide",
    "drop me": "giveme", "drop us": "giveme", "give me": "give", "give us": "give", "give them": "give", "give him": "give",
    "give her": "give", "shoot me": "giveme", "shoot us": "giveme", "send me a": "giveme", "send us a": "giveme",
    "give hr": "give", "try me": "tryme", "try us": "tryme", "try again": "tryme", "ask again": "tryme", "remind me": "tryme",
    "remind us": "tryme", "feel free to": "mayyou", "you can": "mayyou", "you could": "mayyou", "you may": "mayyou", "you might": "mayyou",
    "you are welcome to": "mayyou", "welcome to": "mayyou", "asked me to": "mayyou", "told me to": "mayyou", "ask me to": "mayyou",
    "i should": "mayyou", "i can": "mayyou", "i am to": "mayyou", "i could": "mayyou", "want me to": "mayyou",
    "wants me to": "mayyou", "wanted me to": "mayyou", "asked that i": "mayyou", "i have to": "mayyou", "i am supposed to": "mayyou",
    "i may": "mayyou", "best to": "mayyou", "you should": "youshould", "you to": "mayyou", "you must": "mayyou",
    "supposed to": "",
    "refrain from": "not", "no phone": "not verb", "no need to": "not", "no need for": "not", "avoid": "not", "within the hour": "today", "within the day": "today",
    "in an hour": "today", "within an hour": "today", "in the hour": "today", "in an hour or two": "today", "in half an hour": "today",
    "no news": "nothing", "no word": "nothing", "no contact": "nothing", "no answer": "nothing", "no reply": "nothing",
    "no response": "nothing", "silence": "nothing", "no call": "nothing", "no email": "nothing", "nothing heard": "nothing",
    "yes or no": "decide", "yes no": "decide", "week is out": "week end", "month is out": "month end", "year is out": "year end",
    "week is over": "week end", "month is over": "month end", "year is over": "year end", "day is out": "dayend",
    "week out": "week end", "month out": "month end", "year out": "year end",
    # dates of other things
    "meet the team": "otherlike", "meet with": "otherlike", "meeting with": "otherlike", "coffee chat": "otherlike", "i will meet": "otherlike",
    "panel interview": "otherlike", "thank you for": "mine", "thanks for": "mine", "reply to": "mine", "respond to": "mine", "my answer": "mine",
    "my decision": "mine", "my reply": "mine", "tell them": "mine", "tell him": "mine", "tell her": "mine", "let them know": "mine",
    "need someone": "other", "want someone": "other", "someone to start": "other", "want me from": "other", "want me to start": "other",
    "want you to start": "other", "can you start": "other", "could you start": "other", "able to start": "other", "could i start": "other",
    "in place": "other", "in post": "other", "in seat": "other", "in the role": "other", "on board": "other", "on file": "other",
    "fill the role": "other", "fill the position": "other", "keep my": "other", "keep your": "other", "be based": "other",
    "sat with": "x", "sat down": "x", "sat in": "x", "sat through": "x", "no timeline": "soon", "no timescale": "soon",
    "no time line": "soon", "no timelines": "soon", "no deadline": "soon", "no specifics": "soon",
    "start date": "other", "first day": "other", "starting date": "other", "notice period": "other", "video call": "otherlike",
    "zoom call": "otherlike", "teams call": "otherlike", "call with": "otherlike", "chat with": "otherlike", "second round": "otherlike",
    "next round": "otherlike", "final round": "otherlike", "third round": "otherlike", "trial day": "other", "closing date": "other",
    "application deadline": "other", "office closed": "other", "out of office": "away", "out of the office": "away",
    "send us": "other", "send me": "other", "send them": "other", "send it": "other", "send in": "other", "hand in": "other",
    "accept by": "other", "need your": "other", "your answer": "other", "your reply": "other", "your decision": "other",
    "offer expires": "other", "offer is valid": "other", "available to start": "other", "look forward to": "",
    "looking forward to": "", "job fair": "other", "career fair": "other", "background check": "other",
    # replaced dates
    "instead of": "ratherthan", "rather than": "ratherthan", "in place of": "ratherthan", "and not": "but not", "as opposed to": "ratherthan",
    "scratch that": "correction", "make that": "correction", "i mean": "correction", "no sorry": "correction", "or rather": "correction",
    "no wait": "correction", "i meant": "correction", "had hoped": "was", "had said": "was", "had planned": "was", "used to be": "was",
    "hoped for": "was", "were hoping": "was", "was hoping": "was", "no longer": "was", "had been": "was", "were aiming": "was",
    "pushed back": "now", "put back": "now", "moved back": "now", "push back": "now", "set back": "now", "slipped back": "now",
    # dates gone by
    "ago": "ago", "last night": "lastperiod", "the other day": "lastperiod",
    "yesterday": "lastperiod", "the other week": "lastperiod", "earlier this week": "lastperiod", "earlier today": "lastperiod", "just now": "lastperiod",
    "but one": "butone", "24/7": "",
}  # fmt: skip

# sign: the plain words that become it where no phrase took them
CLASSES: dict[str, str] = {
    "hear": "hear know learn notify notified inform informed update updates updated news feedback response respond responds "
    "responding replies expect outcome result results word verdict answer confirm confirmation confirmed announce "
    "announced announcement offer offers invitation invitations letter letters revert reverting revert speak talk inform informs told "
    "tell tells telling report reporting advise advised contacted invited rejection rejections reply touch back'to",
    "decide": "decide decision choose choosing chosen pick picking select selecting selection finalise finalize finalised "
    "finalized conclude conclusion determine agree shortlist recommendation resolve decisive approve approval",
    "verb": "call email phone ring text write contact message ping chase nudge followup checkback getintouch",
    "start": "start commence",
    "other": "starts begins commences reopened leaves filled started joining join joins onboarding onboard "
    "salary pay payday wage notice probation contract conference offsite training orientation "
    "birthday launch launches visit tour trial every each per lasted ran took submit upload "
    "expires expire valid open opens closed shut shuts shift rent wedding appointment exam course class session workshop "
    "webinar deadline'for apply booked flight fly arrive arrives relocate visa fill form documents document sign return "
    "emailed called phoned sent applied submitted met spoke received texted rang wrote posted messaged",
    "event": "advert ad advertisement posting vacancy closes application applicants test assessment assignment task exercise "
    "portfolio homework case presentation",
    "otherlike": "interview round rounds zoom screening onsite",
    "soft": "meet meets meeting meetings panel board committee reconvene convene sit sits",
    "ends": "back returns finish finishes finished wrap wraps concludes finishing",
    "away": "away vacation leave out travelling traveling holiday pto absent off sick abroad unavailable",
    "not": "not no none never cannot unlikely doubt doubtful hardly neither nor without",
    "we": "i we they he she someone somebody who everyone hr recruiter everybody it",
    "you": "you",
    "me": "me us him her them",
    "will": "will would shall gonna going should might can could must d",
    "was": "was were originally initially previously formerly",
    "now": "now instead moved pushed postponed slipped rescheduled changed shifted delayed moves slips became becomes",
    "correction": "sorry correction oops actually'",
    "but": "but however although though",
    "then": "then otherwise so else whereas while because since'",
    "if": "if provided assuming when'",
    "unless": "unless",
    "when": "once when whenever",
    "since": "since",
    "or": "or versus",
    "by": "by",
    "before": "before",
    "after": "after past",
    "until": "until",
    "from": "from",
    "early": "early beginning",
    "mid": "middle",
    "late": "late",
    "end": "end ends",
    "daypart": "morning afternoon evening noon lunchtime lunch midday midnight night am pm",
    "today": "today tonight",
}

# said between the words that matter, and worth nothing to a rule
FILLER = frozenset(
    "probably hopefully maybe perhaps possibly around about roughly approximately circa likely say sometime somewhere "
    "absolutely definitely certainly surely just only really very actually already please ok okay well um er hmm ish i'd "
    "think guess believe reckon reckons thinks ideally realistically currently afaik hope hoping hopes aim aiming aims target "
    "targeting plan planning plans scheduled meant be is are am been being have has had get gets getting got good full "
    "whole solid written clear straight short long more further additional extra another roughly approximate said says saying "
    "mentioned promised promises told as that there also still even both all any some such exactly certain sure anyway anyhow "
    "thing things like kind sort yes yeah yep hi hello thanks thank oh ah usually normally typically generally "
    "latest too quite fairly almost nearly sharp prompt promptly do did done let make made need needs take takes taking "
    "candidate lovely great fine right simply tentatively provisionally aimed expected expecting expects due deadline date timeline "
    "timeframe frame time sooner later way first-thing hopeful optimistic looking look looks try trying tries worst best "
    "case most least round'about your our their his my its hiring manager team people person guys director ceo cto vp boss "
    "lead head side process current".split()
)
