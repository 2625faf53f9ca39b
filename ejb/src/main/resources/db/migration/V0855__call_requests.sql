-- Why: what other bodies know is asked of them and not of the applicant. A request has a term; its answer, with its paper or
-- its file, is evidence of a condition and never changes.
create table call.interagency_request (
    id             uuid primary key,
    number         bigint generated always as identity constraint interagency_request_number_taken unique,
    application_id uuid not null constraint interagency_request_application_unknown references call.application,
    subject        text not null constraint interagency_request_subject_unknown check
                   (subject in ('TAX_DEBT', 'INSOLVENCY', 'SANCTIONS', 'OPINION', 'AGREEMENT')),
    body           text not null,                          -- who is asked
    question       text not null,
    sent_on        date not null,
    due            date not null,
    state          text not null constraint interagency_request_state_unknown check
                   (state in ('OPEN', 'ANSWERED', 'DISAGREED', 'REVOKED')),
    outcome        text constraint interagency_request_outcome_unknown check (outcome in ('FAVOURABLE', 'ADVERSE', 'NEUTRAL')),
    answer         text,
    document_title  text,
    document_number text,
    document_date   date,
    file           uuid constraint interagency_request_file_unknown references platform.document,
    source         text,                                   -- by which register it came; null: entered by a person
    answered_on    date,
    answered_by    bigint constraint interagency_request_answer_change_unknown references platform.change,
    asked_by       text not null,
    version        bigint not null default 1,
    recorded_by    bigint not null constraint interagency_request_change_unknown references platform.change,
    constraint interagency_request_term_impossible check (due >= sent_on),
    constraint interagency_request_answer_whole check
        ((state in ('ANSWERED', 'DISAGREED')) = (outcome is not null and answer is not null and answered_on is not null
                                                  and answered_by is not null))
);
create unique index interagency_request_twice on call.interagency_request (application_id, subject, body) where state = 'OPEN';
create index interagency_request_of_application on call.interagency_request (application_id);
create index interagency_request_due on call.interagency_request (due) where state = 'OPEN';
grant update (state, outcome, answer, document_title, document_number, document_date, file, source, answered_on, answered_by,
              version) on call.interagency_request to ${appRole};

create function call.refuse_change_of_answered() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state <> 'OPEN' then
        raise exception 'an answer stays' using errcode = 'check_violation', constraint = 'interagency_request_answered';
    end if;
    return new;
end $$;
create trigger answered before update or delete on call.interagency_request
    for each row execute function call.refuse_change_of_answered();
