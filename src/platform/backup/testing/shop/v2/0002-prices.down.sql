alter table backup_shop.goods drop price;
