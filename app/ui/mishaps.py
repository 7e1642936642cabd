"""What nobody foresaw, noted where the program's output goes: how it came about, and nobody's data.

Tracebacks with the values of variables would print names, phones and PINs of members.
"""

import sys


def note(what: str, error: Exception) -> None:
    """Write what failed, with the lines of code that led there, never the values in them."""
    import structlog  # noqa: PLC0415 - longer than the first picture takes, and seldom needed

    if not structlog.is_configured():
        structlog.configure(
            processors=[
                structlog.processors.add_log_level,
                structlog.processors.TimeStamper(fmt="%Y-%m-%d %H:%M:%S", utc=False),
                structlog.dev.ConsoleRenderer(
                    colors=sys.stdout.isatty(),
                    exception_formatter=structlog.dev.plain_traceback,
                ),
            ]
        )
    structlog.get_logger().error(what, exc_info=error)
