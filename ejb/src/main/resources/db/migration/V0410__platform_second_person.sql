-- A task that asks for a second person is not one for the first.
alter table platform.task add column except_login text references platform.app_user;
