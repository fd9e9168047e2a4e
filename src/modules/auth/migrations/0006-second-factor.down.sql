alter table auth.installation drop column second_factor_from;
drop table auth.recovery_codes, auth.totp;
