drop table auth.sign_ins;
