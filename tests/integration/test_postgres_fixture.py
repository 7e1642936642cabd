"""The PostgreSQL that the other tests stand on is real, empty, private and local."""

import sqlalchemy as sa

from tests.helpers.postgres import PostgresServer


def test_each_database_is_empty_and_its_own(postgres_server: PostgresServer):
    with postgres_server.fresh_database() as first, postgres_server.fresh_database() as second:
        one, two = sa.create_engine(first), sa.create_engine(second)
        with one.begin() as connection:
            connection.execute(sa.text("CREATE TABLE coin (amount bigint)"))
        assert sa.inspect(one).get_table_names() == ["coin"]
        assert sa.inspect(two).get_table_names() == []
        one.dispose()
        two.dispose()


def test_the_server_is_a_current_postgresql_that_listens_on_no_network(postgres_url: str):
    engine = sa.create_engine(postgres_url)
    with engine.connect() as connection:
        assert int(connection.scalar(sa.text("SHOW server_version_num")) or 0) >= 160_000
        assert connection.scalar(sa.text("SHOW listen_addresses")) == ""
        assert connection.scalar(sa.text("SHOW server_encoding")) == "UTF8"
    engine.dispose()
