-- Spreads the tables of a Sikka hub over the nodes of a Citus cluster (Citus 11 or newer).
--
--   1. On an empty database: CREATE EXTENSION citus; then add the workers (citus_add_node).
--   2. Start `sikka hub serve` on the coordinator once and stop it: it makes the tables. Where it
--      finds the extension it makes them whole, without PostgreSQL's own hash partitions: Citus
--      divides each into shards itself, and would make shards of every partition otherwise.
--   3. psql -v ON_ERROR_STOP=1 -f citus.sql DATABASE     (again after an update: it does the rest)
--
-- To move an existing hub here: steps 1 and 2, then `pg_dump --data-only --load-via-partition-root
-- --exclude-table=tables_version` of the old database into this one, then step 3. The small table
-- `tables_version` stays on the coordinator. Every key begins with cell_id and all tables are
-- co-located, so one booking runs on one node.

-- Small, and read before a cell is known: a copy on every node.
SELECT create_reference_table('enrolment')
  WHERE NOT EXISTS (SELECT FROM citus_tables WHERE table_name = 'enrolment'::regclass);
SELECT create_reference_table('station')
  WHERE NOT EXISTS (SELECT FROM citus_tables WHERE table_name = 'station'::regclass);

-- Everything else by its cell; each beside the table `cell`.
SELECT create_distributed_table('cell', 'cell_id', colocate_with => 'none')
  WHERE NOT EXISTS (SELECT FROM citus_tables WHERE table_name = 'cell'::regclass);
SELECT create_distributed_table('account', 'cell_id', colocate_with => 'cell')
  WHERE NOT EXISTS (SELECT FROM citus_tables WHERE table_name = 'account'::regclass);
SELECT create_distributed_table('booked', 'cell_id', colocate_with => 'cell')
  WHERE NOT EXISTS (SELECT FROM citus_tables WHERE table_name = 'booked'::regclass);
SELECT create_distributed_table('cell_programme', 'cell_id', colocate_with => 'cell')
  WHERE NOT EXISTS (SELECT FROM citus_tables WHERE table_name = 'cell_programme'::regclass);
SELECT create_distributed_table('cell_secret', 'cell_id', colocate_with => 'cell')
  WHERE NOT EXISTS (SELECT FROM citus_tables WHERE table_name = 'cell_secret'::regclass);
SELECT create_distributed_table('feed', 'cell_id', colocate_with => 'cell')
  WHERE NOT EXISTS (SELECT FROM citus_tables WHERE table_name = 'feed'::regclass);
SELECT create_distributed_table('hold', 'cell_id', colocate_with => 'cell')
  WHERE NOT EXISTS (SELECT FROM citus_tables WHERE table_name = 'hold'::regclass);
SELECT create_distributed_table('hold_key', 'cell_id', colocate_with => 'cell')
  WHERE NOT EXISTS (SELECT FROM citus_tables WHERE table_name = 'hold_key'::regclass);
SELECT create_distributed_table('lane', 'cell_id', colocate_with => 'cell')
  WHERE NOT EXISTS (SELECT FROM citus_tables WHERE table_name = 'lane'::regclass);
SELECT create_distributed_table('once_key', 'cell_id', colocate_with => 'cell')
  WHERE NOT EXISTS (SELECT FROM citus_tables WHERE table_name = 'once_key'::regclass);
SELECT create_distributed_table('parked', 'cell_id', colocate_with => 'cell')
  WHERE NOT EXISTS (SELECT FROM citus_tables WHERE table_name = 'parked'::regclass);
SELECT create_distributed_table('presence', 'cell_id', colocate_with => 'cell')
  WHERE NOT EXISTS (SELECT FROM citus_tables WHERE table_name = 'presence'::regclass);
SELECT create_distributed_table('sealed_key', 'cell_id', colocate_with => 'cell')
  WHERE NOT EXISTS (SELECT FROM citus_tables WHERE table_name = 'sealed_key'::regclass);
