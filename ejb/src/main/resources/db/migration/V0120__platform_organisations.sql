-- Why: the name of a violated constraint is the problem's code.

alter table platform.app_user rename constraint app_user_organisation_id_fkey to organisation_unknown;
