"""Vouchers at the desk: finding one by its number, handing over what it is for, giving it back."""

from app.services.vouchers.claiming import (
    ClaimVoucherOutcome,
    ForABill,
    HandedOver,
    claim_voucher,
)
from app.services.vouchers.closing import (
    CancelVoucherOutcome,
    NotBought,
    VoidVoucherOutcome,
    VoucherVoided,
    cancel_voucher,
    void_voucher,
)
from app.services.vouchers.finding import (
    ClaimedBefore,
    Found,
    Refused,
    TicketShared,
    VoucherDamaged,
    VoucherOfAnotherShop,
    VoucherUnknown,
    VoucherView,
    claim_of,
    find_voucher,
)
from app.services.vouchers.listing import MyVoucher, vouchers_of

__all__ = [
    "CancelVoucherOutcome",
    "ClaimVoucherOutcome",
    "ClaimedBefore",
    "ForABill",
    "Found",
    "HandedOver",
    "MyVoucher",
    "NotBought",
    "Refused",
    "TicketShared",
    "VoidVoucherOutcome",
    "VoucherDamaged",
    "VoucherOfAnotherShop",
    "VoucherUnknown",
    "VoucherView",
    "VoucherVoided",
    "cancel_voucher",
    "claim_of",
    "claim_voucher",
    "find_voucher",
    "void_voucher",
    "vouchers_of",
]
