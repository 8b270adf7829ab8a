"""The follow-up rules: facts -> due steps, each with its reason (follow-up-rules.md, "Rules")."""

from app.domain.plan.planner import plan
from app.domain.plan.steps import Plan, Rule, Step, StepKind
from app.domain.plan.translate import contacts_of, events_of, plan_history

__all__ = ["Plan", "Rule", "Step", "StepKind", "contacts_of", "events_of", "plan", "plan_history"]
