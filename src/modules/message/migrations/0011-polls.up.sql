-- What people vote about, with the counts of votes; null for other messages.
alter table message.messages add column poll jsonb;
-- Positions of entries that hold further texts, for erasure: of previews, and of options that were added.
alter table message.messages rename column preview_seqs to further_seqs;

-- Who voted for what. The log tells only how many, so this cannot be made anew from it; it outlives the read model.
create table message.votes (
  message_id text collate "C" not null,
  user_id text collate "C" not null,
  option_id integer not null,
  voted_at timestamptz not null,
  primary key (message_id, user_id, option_id)
);

create index votes_for on message.votes (message_id, option_id, voted_at);
create index votes_of on message.votes (user_id);
