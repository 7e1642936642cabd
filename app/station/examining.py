"""A shop's folder examined with the code that folds in a running shop, and with its hub's help."""

from dataclasses import replace
from pathlib import Path

from app.config import Settings, read_settings
from app.insight import doctor, station_doctor
from app.storage.secret import VaultDamagedError
from app.sync.exchange import Exchange, HubRefusedError, RevokedError, UnreachableError
from app.sync.scratch import folded_anew


def examine(folder: Path, exchange: Exchange | None = None) -> doctor.Report:
    """Examine a shop's folder; raise SettingsError when there is no shop in it.

    A station of a hub is compared with what the hub says, if that can be reached through
    `exchange` (None = HTTP to the address in its settings).
    """
    settings = read_settings(folder)
    if not settings.hub:
        return doctor.examine(folder, folded_anew)
    report = station_doctor.examine(folder, settings)
    return report if report.findings else _compared(folder, settings, report, exchange)


def _compared(
    folder: Path, settings: Settings, report: doctor.Report, exchange: Exchange | None
) -> doctor.Report:
    from app.station.hub_side import identity_of  # noqa: PLC0415 - httpx, only with a hub
    from app.sync.client import HubClient  # noqa: PLC0415 - see above
    from app.sync.http import LaterExchange  # noqa: PLC0415 - see above

    try:
        identity = identity_of(folder, settings)
    except VaultDamagedError as error:
        return replace(report, remark=str(error))
    client = HubClient(exchange or LaterExchange(settings.hub, settings.hub_ca), identity)
    try:
        return replace(report, findings=station_doctor.ask_hub(folder, client).findings)
    except (UnreachableError, RevokedError, HubRefusedError) as error:
        remark = f"Only this computer's files were examined; the hub was not asked ({error})."
        return replace(report, remark=remark)
    finally:
        if exchange is None:
            client.close()
