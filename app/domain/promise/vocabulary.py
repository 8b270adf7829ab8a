"""The words that the promise reader knows, as data: spellings, phrases, classes. No rule lives here.

Three steps use them (see `lexer`): a spelling becomes its plain word, a run of plain words becomes one or more signs,
and a plain word that no phrase took becomes its sign by class. A sign is what the rules are written in.
"""

from __future__ import annotations


def listed(words: str) -> list[str]:
    """The words of a text, for tables that would be long columns of quotation marks."""
    return words.split()


MONTHS = listed("january february march april may june july august september october november december")
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

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
    "february": "feb febr feburary febrary februrary febuary",
    "march": "mar marhc",
    "april": "apr apirl aprl",
    "june": "jun",
    "july": "jul",
    "august": "aug augst agust",
    "september": "sep sept septmber septemeber",
    "october": "oct octobre ocotber",
    "november": "nov novmber novemeber",
    "december": "dec decemeber decmber desember",
    "this": "ths thsi tihs",
    "week": "wk wkk weke weeek wek weak",
    "weeks": "wks weeeks weks weaks",
    "day": "dy",
    "days": "dys dayz",
    "month": "mth mnth monht",
    "months": "mths mnths mos",
    "hours": "hrs",
    "year": "years yr yrs",
    "quarter": "quarters qtr qtrs",
    "minute": "minutes mins",
    "bizday": "bizdays weekday weekdays workday workdays bd bds busday busdays wd bday bdays",
    "weekend": "weekends wkend wknd weeknd wkends week-end week-ends",
    "the": "teh hte",
    "afternoon": "arvo aft",
    "fortnight": "fortnights fortnite fornight fortnigt",
    "today": "2day todays tody toaday",
    "tonight": "tonite 2nite tonigt",
    "tomorrow": (
        "tmrw tmr tmw tmrow tomorow tommorow tommorrow tomorrows 2moro 2morrow 2morro 2mrw 2moz tomo "
        "tom tomoz tomorro toomorrow"
    ),
    "next": "nxt nex nxet netx",
    "following": "follwing folowing ff",
    "coming": "upcoming forthcoming",
    "last": "lst previous",
    "within": "win wthin w/in inside witin withn",
    "before": "b4 befor bfore prior",
    "after": "afer aftr post afterwards thereafter",
    "until": "till til untill unitl through thru throughout",
    "business": "biz bus busines bussiness buisness bizness",
    "working": "work wrking workin",
    "beginning": "begining beggining beg",
    "start": "begin strat",
    "middle": "mid midle centre center",
    "end": "edn close",
    "ending": "endng",
    "late": "latter lateish",
    "early": "erly earlyish",
    "few": "handful",
    "couple": "cpl coupla cple coupl copule",
    "several": "severl sevral",
    "christmas": "xmas chrismas christmass x-mas crimbo chrimbo chrissie chrissy",
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
    "chase": "chasing chases chaser chasers",
    "decide": "decides deciding decided",
    "decision": "decisions descision desicion decison",
    "interview": "interviews interviewing interviewed intervews intvw intvws",
    "application": "applications applicant applying",
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
    "nothing": "nowt nothin nuthin nada",
    "do": "does",
    "no": "nope",
    "holidays": "hols",
    "followup": "followups",
    "reference": "references refs",
}

NUMBERS: dict[str, int] = {
    w: i
    for i, w in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen twenty"
        )
    )
} | {
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
ORDINALS: dict[str, int] = {
    w: i
    for i, w in enumerate(
        listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
            "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        1,
    )
} | {"thirtieth": 30, "twelvth": 12, "eigth": 8, "fith": 5, "nineth": 9, "twentyeth": 20}

# sign: the plain words that become it where no phrase took them
CLASSES: dict[str, str] = {
    "hear": (
        "hear know learn notify notified inform informed update updates updated news feedback response "
        "respond responds responding replies expect outcome result results word verdict answer confirm "
        "confirmation confirmed announce announced announcement offer offers invitation invitations letter "
        "letters revert reverting speak talk informs told tell tells telling report reporting advise "
        "advised contacted invited rejection rejections reply touch"
    ),
    "decide": (
        "decide decision choose choosing chosen pick picking select selecting selection finalise finalize "
        "finalised finalized conclude conclusion determine agree shortlist recommendation resolve decisive "
        "approve approval"
    ),
    "verb": "call email phone ring text write contact message ping chase nudge followup checkback getintouch",
    "start": "start commence",
    "other": (
        "starts begins commences reopened leaves filled started joining join joins onboarding onboard "
        "salary pay payday wage notice probation contract conference offsite training orientation birthday "
        "launch launches visit tour trial every each per lasted ran took submit upload expires expire valid "
        "open opens closed shut shuts shift rent wedding appointment exam course class session workshop "
        "webinar apply booked flight fly arrive arrives relocate visa fill form documents document sign "
        "return emailed called phoned sent applied submitted met spoke received texted rang wrote posted "
        "messaged retires retired retiring married lease ships shipping bonus season lunches "
        "relocation maternity paternity induction paperwork docs retreat transcripts audit gala"
    ),
    "event": (
        "advert ad advertisement posting vacancy closes application applicants test assessment assignment "
        "task exercise portfolio homework case presentation"
    ),
    "otherlike": "interview round rounds zoom screening onsite",
    "soft": "meet meets meeting meetings panel board committee votes reconvene convene sit sits",
    "ends": "back returns finish finishes finished wrap wraps concludes finishing lifts lifted",
    "away": "away vacation leave out travelling traveling holiday pto absent off sick abroad unavailable",
    "not": "not no none never cannot unlikely doubt doubtful hardly neither nor without",
    "we": "i we they he she someone somebody who everyone hr recruiter everybody it",
    "you": "you",
    "me": "me us him her them",
    "will": "will would shall gonna going should might can could must d",
    "was": "was were originally initially previously formerly",
    "now": (
        "now instead moved pushed postponed slipped rescheduled changed shifted delayed moves slips became "
        "becomes"
    ),
    "correction": "sorry correction oops",
    "but": "but however although though",
    "then": "then otherwise so else whereas while because",
    "if": "if provided assuming",
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
    "morning": "morning",
    "daypart": "afternoon evening noon lunchtime lunch midday midnight night pm",
    "today": "today tonight",
}

# said between the words that matter, and worth nothing to a rule
FILLER = frozenset(
    listed(
        "others rest else "
        "about absolutely actually additional afaik ah aim aimed aiming aims all almost already also "
        "am another any anyhow anyway approximate approximately are around as be been being believe "
        "best boss both candidate case ceo certain certainly circa clear come cto current currently date "
        "deadline definitely did director do done due er even exactly expected expecting expects "
        "extra fairly fine first-thing frame full further generally get gets getting good got great "
        "guess guys had has have head hello hi hiring his hmm hope hopeful hopefully hopes hoping "
        "i'd ideally is ish its just kind later latest lead least let like likely long look looking "
        "looks lovely made make manager maybe meant mentioned more most my nearly need needs "
        "normally oh ok okay only optimistic our people perhaps person plan planning plans please "
        "possibly probably process promised promises prompt promptly provisionally quite "
        "realistically really reckon reckons right roughly said say saying says scheduled sharp "
        "short side simply solid some sometime somewhere sooner sort still straight such sure surely "
        "take takes taking target targeting team tentatively thank thanks that their there thing "
        "things think thinks time timeframe timeline told too tries try trying typically um usually "
        "very vp way well whole worst written yeah yep yes your"
    )
)
