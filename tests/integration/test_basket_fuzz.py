"""Requests made from the till API's own document: every answer is one that it names."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode

from app.config import read_settings
from app.hardware.basket_api import BasketApi
from app.station.till_side import TillSide
from app.wire.basket_openapi import openapi
from tests.helpers import people
from tests.helpers.baskets import document

pytestmark = pytest.mark.slow

SCHEMA = schemathesis.openapi.from_dict(openapi("1"))
(POST,) = [found.ok() for found in SCHEMA.get_all_operations()]  # type: ignore[union-attr]
BOTH = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BasketApi]:
    folder: Path = tmp_path_factory.mktemp("shop")
    people.create(folder)
    with people.opened(folder) as (_, shop, _clock):
        side = TillSide(shop, read_settings(folder), lambda: None)
        api = BasketApi(side.take, lambda: "token", 0)
        api.start()
        yield api
        api.close()


@settings(
    max_examples=60,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),
)
@given(data=st.data())
def test_every_answer_is_in_the_document(api: BasketApi, data: st.DataObject) -> None:
    operation: Any = POST
    case = data.draw(operation.as_strategy(generation_mode=data.draw(st.sampled_from(BOTH))))
    headers = {"Authorization": "Bearer token"} if data.draw(st.integers(0, 9)) else {}
    answer = case.call(base_url=f"http://127.0.0.1:{api.port}", headers=headers, timeout=30)
    assert answer.status_code < 500, answer.content
    assert str(answer.status_code) in operation.definition.raw["responses"], answer.content
    case.operation.validate_response(answer)


def test_another_currency_is_refused_as_the_document_says(api: BasketApi) -> None:
    operation: Any = POST
    case = operation.Case(body=document(currency="PHP"), media_type="application/json")
    headers = {"Authorization": "Bearer token"}
    answer = case.call(base_url=f"http://127.0.0.1:{api.port}", headers=headers, timeout=30)
    assert answer.status_code == 422
    operation.validate_response(answer)
