"""What people write in a cell beside the number it asks for: a currency, hours, yes or no."""

import re
from dataclasses import replace

# By code of ISO 4217: the signs that may mean it.
CURRENCIES = {
    "USD": ("$", "us$"),
    "CAD": ("$", "c$", "ca$"),
    "AUD": ("$", "a$"),
    "NZD": ("$", "nz$"),
    "HKD": ("$", "hk$"),
    "SGD": ("$", "s$"),
    "MXN": ("$", "mx$"),
    "BRL": ("r$",),
    "TWD": ("nt$",),
    "EUR": ("€", "euro"),
    "GBP": ("£",),
    "CNY": ("¥", "￥", "元", "rmb", "cn¥"),
    "JPY": ("¥", "￥", "円"),
    "CHF": ("fr.", "sfr."),
    "SEK": ("kr", "kr."),
    "NOK": ("kr", "kr."),
    "DKK": ("kr", "kr."),
    "PLN": ("zł",),
    "CZK": ("kč",),
    "HUF": ("ft",),
    "INR": ("₹",),
    "KRW": ("₩",),
    "TRY": ("₺",),
    "ILS": ("₪",),
    "UAH": ("₴",),
    "RUB": ("₽",),
}
_WORDS = sorted({*CURRENCIES, *(sign for signs in CURRENCIES.values() for sign in signs)}, key=len, reverse=True)
_CURRENCY = "|".join(map(re.escape, _WORDS))
_BLANK = "[ \u00a0\u202f]*"
MONEY = re.compile(
    f"(?P<before>{_CURRENCY})?{_BLANK}(?P<bare>[-+]?[\\d.,'’ \u00a0\u202f]*\\d){_BLANK}(?P<after>{_CURRENCY})?", re.I
)
HOURS = re.compile(
    rf"(?P<bare>[\d.,]*\d){_BLANK}(h|hr|hrs|hours?|std|stunden?|hora|horas|小时)\.?", re.I
)  # of English, German, Spanish, Chinese
YES_NO = dict.fromkeys(
    ("yes", "y", "true", "private", "ja", "wahr", "sí", "si", "是", "私立", "民办"), 1
) | dict.fromkeys(("no", "n", "false", "public", "nein", "falsch", "否", "公立", "公办"), 0)


def meant(name, cell):
    """The cell of a column with what stands beside its number taken off; any other cell as it is."""
    said = cell.value
    if name in OF_A_COLUMN and isinstance(said, str | bool):
        return OF_A_COLUMN[name](cell, str(said).strip())
    return cell


def currencies_called(word):
    """Codes that a sign or a code may stand for; none where it is not known."""
    return [code for code, signs in CURRENCIES.items() if word.upper() == code or word.lower() in signs]


def _money(cell, text):
    found = MONEY.fullmatch(text)
    if not found or bool(found["before"]) == bool(found["after"]):  # none, or one on either side
        return cell
    return replace(cell, value=found["bare"], currency=found["before"] or found["after"])


def _hours(cell, text):
    found = HOURS.fullmatch(text)
    return replace(cell, value=found["bare"]) if found else cell


def _yes_or_no(cell, text):
    return replace(cell, value=YES_NO.get(text.casefold(), cell.value))


OF_A_COLUMN = {
    **dict.fromkeys(("money_per_child", "price", "low", "high"), _money),
    "teacher_hours": _hours,
    "private": _yes_or_no,
}
