"""The genres: each function writes one report of an invented year."""

from audit_reports.forms.budgets import budget_by_items, budget_in_short
from audit_reports.forms.final_accounts import accounts_by_sections, accounts_in_prose, accounts_with_tables
from audit_reports.forms.funds import insurance_fund
from audit_reports.forms.projects import many_projects, one_project
from audit_reports.forms.self_evaluation import outline_a, outline_b, outline_c
from audit_reports.forms.tables_alone import tables_alone

FORMS = (
    outline_a,
    outline_b,
    outline_c,
    accounts_with_tables,
    accounts_by_sections,
    accounts_in_prose,
    budget_by_items,
    budget_in_short,
    one_project,
    many_projects,
    insurance_fund,
    tables_alone,
)
