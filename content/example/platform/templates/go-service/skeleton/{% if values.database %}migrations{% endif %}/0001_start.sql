-- The first table of ${{ values.name }}.
create table outbox (
    id         bigint generated always as identity primary key,
    topic      text not null,
    key        text not null,
    payload    jsonb not null,
    created_at timestamptz not null default now(),
    sent_at    timestamptz
);
