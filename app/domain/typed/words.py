"""Words by which titles, forms of address and parts of names are known. Data only, all in folded form."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Ranks and trades: one of these makes a piece of text a title, whatever else stands in it.
TITLES = _words(
    """
    accountant actuary administrator admin adviser advisor agent analyst architect artist assistant
    associate attorney auditor barista board boss buyer captain ceo cfo chair chairman chairwoman
    chairperson cheif chief cio ciso clerk cmo co-founder cofounder coach colleague consultant
    contractor controller coo coordinator co-ordinator copywriter counsel cpo cro cso cto curator
    dean deputy designer developer dev devops director doctor economist editor electrician employee
    engineer eng evangelist executive exec expert fellow foreman founder freelancer generalist
    geschaftsfuhrer head headhunter hr intern interviewer investor janitor journalist junior jr
    laborer lawyer lead leader leiter leiterin lecturer librarian machinist magistrate manager
    mathematician mechanic mentor minister nurse officer operator owner paralegal partner peer
    pharmacist physician physicist pilot planner pm po postdoc president principal producer
    professor programmer proprietor psychologist qa receptionist recruiter representative rep
    reporter researcher resident salesperson salesman saleswoman scheduler scientist secretary
    senior sr sre sourcer specialist staff statistician strategist supervisor surgeon svp teacher
    teammate technician technologist therapist trainee trainer translator treasurer tutor tester
    underwriter vp evp avp writer ingenieur ingenieurin directeur directrice responsable gerente phd
    mba cpa pmp esq hiring recruiting recruitment vice
    """
)

# Fields of work: no name either, though none of them is a title by itself.
FIELDS = _words(
    """
    accounting acquisition analytics architecture backend brand business care client cloud commerce
    commercial communications compliance content corporate culture customer data database delivery
    design development digital ecommerce education engineering enterprise experience finance
    financial firmware frontend fullstack general growth hardware health human industrial
    information infrastructure innovation insights investment legal logistics machine maintenance
    management manufacturing market marketing medical mobile network office operations ops people
    planning platform policy procurement product production professional program programme project
    public quality reliability research resources revenue risk sales science security service
    services site software solutions strategy success supply support sustainability system systems
    talent team tech technical technology training treasury user ux ui web
    """
)

RECRUITING = _words("recruiter recruiting recruitment sourcer sourcing headhunter staffing")
RECRUITING_PAIRS = frozenset({("talent", "acquisition"), ("talent", "partner"), ("agency", "contact")})
SCHEDULING = _words("scheduler scheduling receptionist")
COORDINATING = _words("coordinator co-ordinator coordination")
# A coordinator of these arranges interviews; one of anything else ("project coordinator") may hold them.
COORDINATED = _words(
    """
    recruiting recruitment interview interviews talent hr hiring candidate candidates scheduling
    """
)

# How a form of address is written before the family name in a greeting.
HONORIFICS = {
    "dr": "Dr.", "doctor": "Dr.", "prof": "Prof.", "professor": "Prof.", "mr": "Mr.", "mister": "Mr.",
    "mrs": "Mrs.", "ms": "Ms.", "miss": "Miss", "mx": "Mx.", "herr": "Herr", "frau": "Frau", "madame":
    "Madame", "mme": "Mme", "monsieur": "Monsieur", "sig": "Sig.", "sra": "Sra.", "sr": "Sr.", "srta":
    "Srta.", "señor": "Señor", "rev": "Rev.", "rabbi": "Rabbi", "capt": "Capt.", "col": "Col.", "hon":
    "Hon.",
}  # fmt: skip
# These go with the given name: "Sir Ian".
GIVEN_HONORIFICS = {"sir": "Sir", "dame": "Dame", "lord": "Lord", "lady": "Lady"}

PARTICLES = _words(
    """
    van von der den de del della di da do dos das du la le ter ten zu zur bin ibn al el af av y e
    """
)
POST_NOMINALS = _words(
    """
    phd ph.d md m.d mba jr sr ii iii iv esq msc bsc ma ba cpa pe pmp dds rn jd obe mbe cbe
    """
)
