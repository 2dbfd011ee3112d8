-- adb.tables=t
-- adb.tables.t.table=shop.t
-- adb.tables.t.partition.key=at
-- adb.tables.t.partition.rule=day
CREATE TABLE t (id int primary key, a int, b varchar(20) not null default 'x', c float, d decimal(10,2), at datetime not null, e enum('x','y'));
ALTER TABLE t DROP at, RENAME COLUMN at TO at2
