"""The OpenAPI document of a hub, made from the shapes themselves."""

import re
from typing import Any, Final

import msgspec

from app.hub.front import NAMES, OCTETS, ROUTES
from app.hub.routes.asking import Route
from app.wire.sync import JSON, MSGPACK, Refusal

_REFUSALS: Final = {
    400: "It cannot be read.",
    401: "No token, or one that is over; or a wrong signature or code.",
    403: "Of another cell or station, or shut out.",
    404: "There is no such thing.",
    408: "The request took too long to arrive.",
    413: "It is too large.",
    415: "Neither JSON nor MessagePack.",
    422: "It can be read, but not be.",
    426: "The program is too old to pull.",
    503: "The hub cannot book now; see Retry-After.",
}
_TEMPLATE: Final = "#/components/schemas/{name}"


def document(version: str) -> dict[str, Any]:
    """Return the document, ready to be written as JSON."""
    shapes = {shape for route in ROUTES for shape in (route.asks, *route.tells) if shape}
    ordered = [*sorted(shapes, key=lambda shape: str(shape.__name__)), Refusal]
    _, components = msgspec.json.schema_components(ordered, ref_template=_TEMPLATE)
    paths: dict[str, dict[str, Any]] = {}
    for route in ROUTES:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route, components)
    queries = {route.asks.__name__ for route in ROUTES if route.asks and route.method != "POST"}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Sikka hub",
            "version": version,
            "description": f"Every body may also be sent and asked for as {MSGPACK}.",
        },
        "paths": paths,
        "components": {
            "schemas": {name: one for name, one in components.items() if name not in queries},
            "securitySchemes": {"session": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(route: Route, components: dict[str, Any]) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "summary": route.summary,
        "operationId": route.answer.__name__,
        "parameters": [*_path_parameters(route), *_query_parameters(route, components)],
        "responses": _responses(route),
    }
    if route.needs_token:
        operation["security"] = [{"session": []}]
    if route.method == "POST":
        body = {JSON: {"schema": _reference(route.asks)}}
        operation["requestBody"] = {"required": True, "content": body}
    return operation


def _path_parameters(route: Route) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "in": "path",
            "required": True,
            "schema": {"type": "string", "pattern": f"^{NAMES[name]}$"},
        }
        for name in re.findall(r"\{(\w+)\}", route.path)
    ]


def _query_parameters(route: Route, components: dict[str, Any]) -> list[dict[str, Any]]:
    if route.asks is None or route.method == "POST":
        return []
    shape = components[route.asks.__name__]
    needed = set(shape.get("required", ()))
    return [
        {"name": name, "in": "query", "required": name in needed, "schema": schema}
        for name, schema in shape["properties"].items()
    ]


def _responses(route: Route) -> dict[str, Any]:
    content: dict[str, Any] = {OCTETS: {"schema": {"type": "string", "format": "binary"}}}
    if len(route.tells) == 1:
        content = {JSON: {"schema": _reference(route.tells[0])}}
    elif route.tells:
        content = {JSON: {"schema": {"oneOf": [_reference(shape) for shape in route.tells]}}}
    refused = {JSON: {"schema": _reference(Refusal)}}
    return {
        "200": {"description": "Done.", "content": content},
        **{
            str(status): {"description": why, "content": refused}
            for status, why in _REFUSALS.items()
        },
    }


def _reference(shape: Any) -> dict[str, str]:
    return {"$ref": _TEMPLATE.format(name=shape.__name__)}
