"""What people call a store."""

from app.domain.stores import store_name


def test_a_shop_s_first_store_has_no_name_and_others_are_called_as_they_were_named():
    assert store_name("main") == ""
    assert store_name("Karol Bagh") == "Karol Bagh"
