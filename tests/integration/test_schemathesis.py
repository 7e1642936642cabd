"""Requests made from the OpenAPI document: answers match it, and nothing is booked."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode

from app.hub.openapi import document
from tests.helpers.hub import RunningHub, Till, running_hub

pytestmark = pytest.mark.slow

EXAMPLES = 25
GENERATE = (Phase.explicit, Phase.generate)  # a failing request is small enough to read
DOCUMENT = document("0.1.0")
SCHEMA = schemathesis.openapi.from_dict(DOCUMENT)
OPERATIONS: list[Any] = [found.ok() for found in SCHEMA.get_all_operations()]  # type: ignore[union-attr]
BOTH = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningHub]:
    with running_hub(tmp_path_factory.mktemp("hub")) as running:
        yield running


@pytest.fixture(scope="module")
def till(hub: RunningHub) -> Till:
    return hub.desk.station()


@pytest.mark.parametrize("operation", OPERATIONS, ids=[one.label for one in OPERATIONS])
@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck), phases=GENERATE)
@given(data=st.data())
def test_every_route_keeps_to_its_document(
    hub: RunningHub, till: Till, operation: Any, data: st.DataObject
):
    mode = data.draw(st.sampled_from(BOTH))
    case = data.draw(operation.as_strategy(generation_mode=mode))
    mine = data.draw(st.booleans())
    if mine and isinstance(case.path_parameters, dict):
        own = {"cell": till.cell_id, "station": till.station_id}
        case.path_parameters.update({k: v for k, v in own.items() if k in case.path_parameters})
    headers = {"Accept": "application/json", "Authorization": f"Bearer {till.token}"}
    answer = case.call(base_url=hub.url, headers=headers, timeout=30)
    assert answer.status_code < 500, answer.content
    assert str(answer.status_code) in operation.definition.raw["responses"], answer.content
    case.operation.validate_response(answer)
    assert hub.desk.count() == 0


def test_the_document_has_every_route_once():
    ids = [one.definition.raw["operationId"] for one in OPERATIONS]
    assert len(ids) == len(set(ids)) == 14
