alter function stream.lock(text[]) reset enable_seqscan;
alter function stream.append(text[], bytea[]) reset enable_seqscan;
