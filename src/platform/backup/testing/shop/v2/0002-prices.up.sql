alter table backup_shop.goods add price numeric not null default 1;
