"""The till API described for whoever connects a till, made from the shapes themselves."""

from typing import Any, Final

import msgspec
from msgspec import Struct

from app.wire.baskets import BadBasket, BasketAnswer, BasketDocument

_SCHEMA: Final = "#/components/schemas/{name}"


def openapi(program_version: str) -> dict[str, Any]:
    """Return the description of the till API, ready to be written as JSON."""
    told: dict[str, tuple[str, *tuple[type[Struct], ...]]] = {
        "201": ("The bill is at the counter.", BasketAnswer),
        "200": ("It was there already, or takes the place of what was.", BasketAnswer),
        "400": ("It is no JSON.", BadBasket),
        "401": ("The token is missing or wrong.", BadBasket),
        "408": ("It took too long to arrive.", BadBasket),
        "409": ("It was recorded or voided before, with other contents.", BasketAnswer),
        "413": ("It is too large.", BadBasket),
        "415": ("It is not sent as JSON.", BadBasket),
        "421": ("It was sent to another computer's name.", BadBasket),
        "422": (
            "Each fault says what is wrong and what to do; or the currency or the key is another.",
            BadBasket,
            BasketAnswer,
        ),
        "503": ("The disk is full; send it again later.", BasketAnswer),
    }
    key = {
        "name": "Idempotency-Key",
        "in": "header",
        "schema": {"type": "string", "maxLength": 200},
    }
    post = {
        "summary": "Put a bill on the counter.",
        "operationId": "post_basket",
        "security": [{"token": []}],
        "parameters": [key],
        "requestBody": {"required": True, "content": _content(BasketDocument)},
        "responses": {
            status: {"description": why, "content": _content(*shapes)}
            for status, (why, *shapes) in told.items()
        },
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Sikka till API", "version": program_version},
        "paths": {"/v1/baskets": {"post": post}},
        "components": {
            "schemas": schema(),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def schema() -> dict[str, Any]:
    """Return the JSON schemas of everything a till sends and is told, by name."""
    _, components = msgspec.json.schema_components(
        (BasketDocument, BasketAnswer, BadBasket), ref_template=_SCHEMA
    )
    return components


def _content(*shapes: type[Struct]) -> dict[str, Any]:
    named = [{"$ref": _SCHEMA.format(name=shape.__name__)} for shape in shapes]
    return {"application/json": {"schema": named[0] if len(named) == 1 else {"anyOf": named}}}
