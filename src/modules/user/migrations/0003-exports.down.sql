drop table users.export_chunks, users.exports;
