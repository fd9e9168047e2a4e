drop table backup_shop.goods, backup_shop.kinds, backup_shop.sales;
