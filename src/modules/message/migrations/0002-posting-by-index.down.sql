alter function message.post(text[], text[], text[], text[], text[], timestamptz[], text[], boolean[], text[],
  boolean[], boolean[], bigint[], bytea[]) reset enable_seqscan;
