-- For the reason of message.post: a plan made while there were few streams would read all heads.
alter function stream.lock(text[]) set enable_seqscan = off;
alter function stream.append(text[], bytea[]) set enable_seqscan = off;
