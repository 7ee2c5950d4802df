#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Leadline contributors
# SPDX-License-Identifier: Apache-2.0
"""Writes resources/engine/gazetteer/companies.tsv and funds.tsv from public listings.

Use: make.py FOLDER [WORDS]
FOLDER is the one with the lists of names, tickers and sectors: sp500_constituents.csv, nasdaq-listed-symbols.csv,
other-listed.csv, sec_company_tickers_2023.json, financedatabase/equities_*.csv, and ../sentfin with the names of
Indian companies in the news (MIT). WORDS is a list of English words, one a line: a company called like one of
them needs context. Former tickers and names of today's companies stand in renamed.tsv beside this script;
companies of the hand-kept companies_world.tsv are left out, and companies_former.tsv is kept by hand.
"""
import csv
import json
import re
import sys
from collections import Counter
from pathlib import Path

WORLD = Path(__file__).resolve().parents[2] / "resources/engine/gazetteer/companies_world.tsv"
SECTORS = {
    "Information Technology": "technology", "Financials": "banks", "Energy": "energy", "Utilities": "utilities",
    "Materials": "materials", "Industrials": "industrials", "Consumer Discretionary": "consumer",
    "Consumer Staples": "consumer", "Health Care": "healthcare", "Communication Services": "media",
    "Real Estate": "real_estate"}
SUB_SECTORS = {
    "Semiconductor": "semiconductors", "Software": "software", "Pharmaceuticals": "pharma", "Biotechnology": "pharma",
    "Automobile": "autos", "Automotive": "autos", "Airline": "airlines", "Aerospace": "aerospace_defence",
    "Bank": "banks", "Insurance": "insurance", "Telecom": "telecom", "Wireless": "telecom", "Retail": "retail",
    "Stores": "retail", "Interactive Media": "internet", "Chemicals": "chemicals", "Railroad": "transport",
    "Trucking": "transport", "Air Freight": "transport", "Homebuilding": "real_estate"}
# What a word of the name says about the trade; the first that fits. Names that say nothing keep an empty sector.
NAME_SECTORS = [(re.compile(r"\b(?:" + words + r")\b", re.I), sector) for words, sector in (
    (r"\w*therapeutics?|\w*pharma\w*|bio\w*|genetics|genomics|\w*sciences|oncology|vaccines?|immuno\w*", "pharma"),
    (r"medical|health|healthcare|surgical|diagnostics|dental|hospitals?|\w*care", "healthcare"),
    (r"semiconductors?|microelectronics|microsystems|photonics", "semiconductors"),
    (r"software|cyber\w*|cloud\w*", "software"),
    (r"airlines?|airways|air lines", "airlines"),
    (r"aerospace|defen[cs]e|aviation|space", "aerospace_defence"),
    (r"insurance|assurance|reinsurance|re", "insurance"),
    (r"bank|banc|bancorp\w*|bancshares|bankshares|banking|savings|financial|lending", "banks"),
    (r"realty|reit|properties|hotels|residential|homes|real estate|apartment\w*", "real_estate"),
    (r"mining|mines|minerals?|metals?|gold|silver|lithium|copper|steel|resources|aluminum|royalty", "materials"),
    (r"chemicals?|polymers?|plastics", "chemicals"),
    (r"utilit\w+|electric power|water|gas|power & light", "utilities"),
    (r"energy|oil|petroleum|drilling|pipeline|midstream|uranium|offshore|solar|nuclear", "energy"),
    (r"telecom\w*|wireless|communications|satellite", "telecom"),
    (r"motors?|automotive|auto|vehicles?", "autos"),
    (r"stores|retail|outfitters|outlet|supermarkets?", "retail"),
    (r"shipping|tankers|maritime|logistics|freight|trucking|transport\w*|railway", "transport"),
    (r"media|entertainment|broadcasting|studios|publishing", "media"),
    (r"foods?|beverage|brands|restaurants?|brewing|tobacco|apparel|cosmetics|toys", "consumer"),
    (r"technolog\w+|systems|networks?|electronics|computer|digital|data", "technology"),
    (r"industries|industrial|manufacturing|machinery|engineering|construction", "industrials"))]
# Words of a trade or a form: with one of them, a name of ordinary words is plainly a company's.
TELLING = re.compile(
    r"\b(\w*therapeutics?|\w*pharmaceuticals?|pharma|bio\w+|\w*sciences|oncology|bancorp\w*|bancshares|bankshares|realty|"
    r"technologies|semiconductors?|minerals|petroleum|airlines?|airways|motors|industries|laboratories|"
    r"instruments|systems|electronics|aerospace|reit|financial|insurance|properties|holdings|bank|software|"
    r"networks|devices|pharmacy|diagnostics|communications)\b", re.I)
FORM = (r"Incorporated|Inc\.?|Corporation|Corp\.?|Company|Co\.?|Limited|Ltd\.?|plc|PLC|P\.L\.C\.|LLC|L\.P\.|LP|N\.V\.|NV|"
        r"S\.A\.|SA|AG|SE|AB|ASA|S\.p\.A\.|\(The\)|\(DE\)|\(MD\)")
LEGAL = re.compile(r",?\s+(" + FORM + r"|Holdings?|Group|REIT|& Co\.?)\s*$", re.I)
# Names that newspapers quote all day: they count only where their own business is told.
PRESS = {"TRI", "MSCI", "MORN", "TDAY", "NYT", "GCI", "FORR", "IT", "FDS", "SPGI", "BARC"}
NO_COMPANY = {"Supreme", "News", "Post", "Public Policy", "Central Bank", "City of London", "Midwest", "Housing and Urban Development", "World Acceptance", "Popular", "Federal Home Loan"}
SECURITY = re.compile(
    r"\s+-?\s*(Class [A-Z]\b|Common|Ordinary|American Depositary|ADR|ADS|Subordinate|Series|New|Units?|Shares?\b|Stock\b|"
    r"Depositary|Sponsored|Registered|Voting|Limited Voting|Multiple).*$")
SKIP = re.compile(
    r"Acquisition|Warrant|Right|Unit|ETF|ETN|Fund|Preferred|Notes|Trust Preferred|Depositary Shares|%|Debenture|Income|"
    r"Municipal|Capital Corp\. [IVX]+$|SPAC|Test |Cumulative|Portfolio|warrant|Capital Allocation|Term Trust|BlackRock .*Trust|Gabelli")
COUNTRIES = {
    "United States": "us", "United Kingdom": "gb", "Canada": "ca", "Ireland": "ie", "Israel": "il", "Switzerland": "ch",
    "Sweden": "se", "Germany": "de", "France": "fr", "Italy": "it", "Australia": "au", "Norway": "no", "Finland": "fi",
    "Spain": "es", "Belgium": "be", "Netherlands": "nl", "Brazil": "br", "Japan": "jp", "Denmark": "dk", "India": "in",
    "Luxembourg": "lu", "South Africa": "za", "Austria": "at", "Hong Kong": "hk", "China": "cn", "Greece": "gr",
    "Monaco": "mc", "Singapore": "sg", "Poland": "pl", "Mexico": "mx", "South Korea": "kr", "Chile": "cl",
    "Cyprus": "cy", "Taiwan": "tw", "Argentina": "ar", "Bermuda": "bm", "Indonesia": "id", "Thailand": "th"}
# Known by one word that a word list has too, or by a first word alone; in news these are never anything else.
SURE = set("""Accenture Adobe Allstate Amgen Biogen Blackstone Boeing Chevron Cisco Citigroup Clorox Cognizant Corning
    Costco CoStar DuPont eBay FedEx Goldman Halliburton Hasbro Honeywell HP IBM Intel Intuit Kroger Lockheed
    Loews Marriott Mastercard Microsoft Motorola Netflix Northrop Nvidia Oracle PayPal Pfizer Procter Qualcomm
    Salesforce Starbucks Verizon Walmart Hershey Disney
    3M Hilton Nike Tesla Uber Pepsi Exxon Merck Viacom Xerox Kodak
    Alcoa Mattel Revlon Hyatt Roku Lyft Etsy Pinterest Reddit Wayfair Goodyear Macy Nordstrom Safeway""".split())
# First words that are people's, peoples' or places' names first.
NO_SHORT = set("""American Texas Boston Charles Illinois Norfolk Philip Henry Morgan Arthur Alexandria Cincinnati
    Norwegian Johnson Huntington Raymond Ralph Martin Jack Franklin Mid-America General United International National
    Public Thermo Take-Two Hewlett West North South East Royal First Western Northern Southern Eastern Pacific
    Atlantic Canadian British China Chinese India Indian Israel Japan Korea Mexico Brazil Global Universal
    Acura Sonata Scirocco Matrix Galaxy Deutsche Banco Compania News Post Michael George William James John Robert David Thomas Peter Paul Oxford Cambridge London""".split())
# Short names with more than one reading, whatever the word list says.
UNSURE = set("""Dow Ball Gap Block Target Visa Match Ally Apple Carnival Booking Coherent Progressive Southern Northern
    Waters Williams Xylem Flex Fox News Mosaic Tapestry Workday Dover Everest Hartford Eaton Amazon Meta Snap
    Caterpillar Alphabet Lilly Nasdaq Jacobs Rollins Ferguson Stanley Edwards Parker Emerson
    Essex Bristol Camden Tyler Tyson Vulcan Warner Willis Zimmer Simon Phillips Kraft Rockwell Devon Edison
    Abbott Baxter Equity Regions Trade Genuine Key F5""".split())
RENAMED = Path(__file__).with_name("renamed.tsv")
FUND_HOUSES = re.compile(r"^(SPDR|iShares|Vanguard|Invesco|ProShares|VanEck|Global X|ARK |Direxion|WisdomTree|Schwab|First Trust|"
                         r"United States (Oil|Natural Gas|Gasoline|12)|Grayscale|Franklin|Fidelity|JPMorgan|State Street)")


def core_of(name):
    """The name without its legal form; "Trust" stays, and so does the last word but one."""
    name = re.sub(r"\s*\((The|DE|MD|Class [A-Z]|[A-Z]\w+ [A-Z])\)", "", name).strip()
    previous = None
    while previous != name:
        previous = name
        name = LEGAL.sub("", name).strip(" ,&")
    return name.replace("–", "-")


def sector_of(sector, sub):
    for key, value in SUB_SECTORS.items():
        if key in sub:
            return value
    return SECTORS.get(sector, "")


def sector_from_name(name):
    for pattern, sector in NAME_SECTORS:
        if pattern.search(name):
            return sector
    return ""


def more_facts(folder):
    """Sector and country by name, where the folder has the wider lists."""
    groups = {"Banks": "banks", "Insurance": "insurance", "Semiconductor": "semiconductors", "Software": "software",
              "Telecom": "telecom", "Retailing": "retail", "Food & Staples Retailing": "retail", "Media": "media",
              "Automobiles": "autos", "Transportation": "transport", "Pharmaceuticals": "pharma"}
    facts = {}
    for file in sorted(folder.glob("equities_*.csv")):
        for row in csv.DictReader(file.open(encoding="utf-8")):
            sector = next((value for key, value in groups.items() if row["industry_group"].startswith(key)),
                          SECTORS.get(row["sector"], ""))
            core = core_of(SECURITY.sub("", row["name"])).lower()
            if len(core) > 3:
                facts.setdefault(core, (sector, COUNTRIES.get(row["country"], "")))
    return facts


def country_of(security, legal):
    """Only what the listing says: a depositary receipt or a foreign form of share or company is not American."""
    if re.search(r"Depositary|\bAD[SR]s?\b|Ordinary Share|Common Shares|Registered Share", security):
        return ""
    return "" if re.search(r"\b(plc|PLC|N\.V\.|NV|S\.A\.|AG|SE|Ltd\.?|Limited|ASA|AB)\b", legal) else "us"


def row_of(legal, core, large, words, common):
    """Name and aliases; the name itself is always matched, so it must be one that stands for nothing else."""
    parts = core.split()
    ordinary = all(part.lower().strip(".,&") in words or len(part.strip(".,&")) < 3 for part in parts)
    if len(parts) == 1:
        unsure = core in UNSURE or (ordinary and core not in SURE)
        full = legal.replace(",", "").rstrip(".")
        if unsure and full != core:
            return full, ["?" + core] + (["!" + core + " Inc."] if full == core + " Inc" else [])
        return core, ["?" + core] if unsure else []
    plain = all(part.lower().strip(".,&") in common or len(part.strip(".,&")) < 3 for part in parts)
    if plain and len(parts) == 2 and not large and not TELLING.search(" ".join(parts[1:])):
        full = legal.replace(",", "").rstrip(".")
        return (full, ["?" + core]) if full != core else (core, ["?" + core])
    return core, []


def first_word(core, large, words, common):
    """ "Agilent" of "Agilent Technologies": sure where it is no word, else only after the whole name."""
    word = core.split()[0]
    if len(core.split()) < 2 or len(word) < 5 or not word[0].isupper() or not word.replace("’", "").isalpha():
        return ""
    if word in NO_SHORT:
        return ""
    if word in SURE or (large and word.lower() not in words and word not in UNSURE and "’" not in word):
        return "!" + word
    if word.lower() in words:
        return "?" + word if large and word.lower() not in common else ""
    return ("!" if re.search(r"[a-z][A-Z]", word) else "?") + word


def spelled(name):
    """A name in capitals as a newspaper sets it; short words that may be initials stay."""
    name = re.sub(r"\s*/[A-Z ]{2,4}/?.*$", "", name).strip()
    if not name.isupper() or len(name) < 5:
        return name
    small = {"OF", "AND", "THE", "DE", "IN", "FOR"}
    return " ".join(
        word.lower() if word in small and number else
        word if (len(word) <= 3 and not re.search(r"[AEIOUY]", word)) or "&" in word else word.capitalize()
        for number, word in enumerate(name.split()))


def renamed():
    """By today's ticker: the cell of former tickers with their months, and further aliases."""
    facts = {}
    for line in RENAMED.open(encoding="utf-8"):
        if line.startswith("#") or not line.strip():
            continue
        ticker, former, *aliases = line.rstrip("\n").split("|")
        facts[ticker] = (former.replace(",", "|"), [alias for alias in aliases if alias])
    return facts


def write(name, rows):
    with (WORLD.parent / name).open("w", encoding="utf-8") as out:
        out.write("# id\tname\tkind\tticker\tcountry\tsector\ttags\taliases\n")
        out.write("# Made by packaging/gazetteer/make.py from public listings.\n")
        for row in rows:
            out.write("\t".join(row) + "\n")


def funds(folder):
    rows = []
    for file, symbol in (("nasdaq-listed-symbols.csv", "Symbol"), ("other-listed.csv", "ACT Symbol")):
        for row in csv.DictReader((folder / file).open(encoding="utf-8")):
            name = re.sub(r"\s+", " ", row["Security Name"].split(" - ")[0]).strip()
            if row.get("ETF") != "Y" or not FUND_HOUSES.match(name) or len(name) > 60 or "|" in name:
                continue
            aliases = ["!" + re.sub(r" (ETF|Trust|Fund|Shares)$", "", name)] if len(name.split()) > 4 else []
            rows.append(["fund:" + row[symbol], name, "fund", row[symbol], "", "", "", "|".join(aliases)])
    return sorted(rows)


def main():
    folder = Path(sys.argv[1])
    words_file = Path(sys.argv[2] if len(sys.argv) > 2 else "/usr/share/dict/words")
    listed = [line.strip() for line in words_file.open(encoding="utf-8") if "'" not in line]
    words = {word.lower() for word in listed}
    common = {word for word in listed if word.islower()}  # the others are names of people and places
    facts = more_facts(folder / "financedatabase")
    former = renamed()
    rows = {}
    names = {alias[1:].split("[")[0].lower() for _, more in former.values() for alias in more}
    own = {alias[1:].split("[")[0].lower(): ticker for ticker, (_, more) in former.items() for alias in more}
    gone = set()
    for line in WORLD.open(encoding="utf-8"):
        if not line.startswith("#"):
            cells = line.rstrip("\n").split("\t")
            names.update([core_of(cells[1]).lower()] + [alias[1:].lower() for alias in cells[7].split("|") if alias])
            for ticker in cells[3].split("|"):
                rows[ticker.split("[")[0] or cells[0]] = None
            rows[cells[0].removeprefix("company:")] = None
    for line in (WORLD.parent / "companies_former.tsv").open(encoding="utf-8"):
        if not line.startswith("#"):
            gone.add(core_of(line.split("\t")[1]).lower())

    listed_today = set()
    for file, symbol in (("nasdaq-listed-symbols.csv", "Symbol"), ("other-listed.csv", "ACT Symbol")):
        listed_today.update(row[symbol] for row in csv.DictReader((folder / file).open(encoding="utf-8")))

    def add(ticker, name, sector, large, country, identity=""):
        identity = identity or ticker
        legal = re.sub(r"\s+", " ", re.sub(r"\s*\([^)]*\)\s*$", "", name)).strip(" -,")
        legal = spelled(legal).replace("’", "'")
        core = core_of(legal)
        if core in NO_SHORT and large:
            core = legal
        if len(core) < 2 or core in NO_SHORT or core in NO_COMPANY or identity in rows:
            return
        if core.lower() in names and own.get(core.lower()) != ticker:
            return
        if core.lower() in gone and not large and ticker not in listed_today:
            return
        if len(core.split()) == 1 and not large and core not in SURE and len(core) < 4 and ticker not in former:
            return
        if "|" in legal or len(core) > 60 or re.search(r" [IVX]{1,5}$", core):
            return
        names.add(core.lower())
        known = facts.get(core.lower(), ("", ""))
        sector = sector or known[0] or sector_from_name(core)
        country = known[1] if not large and known[1] else country
        written, aliases = row_of(legal, core, large, words, common)
        before, more = former.get(ticker, ("", []))
        aliases += more
        tickers = "|".join(one for one in (ticker, before) if one)
        rows[identity] = [core, large, "company:" + identity, written, "company", tickers, country,
                          sector, "large" if large else "", aliases]

    for row in csv.DictReader((folder / "sp500_constituents.csv").open(encoding="utf-8")):
        home = row["Headquarters Location"].rsplit(", ", 1)[-1]
        abroad = {"Ireland": "ie", "United Kingdom": "gb", "UK": "gb", "Switzerland": "ch", "Bermuda": "bm",
                  "Netherlands": "nl", "Canada": "ca", "Singapore": "sg", "Luxembourg": "lu", "Israel": "il"}
        add(row["Symbol"], row["Security"], sector_of(row["GICS Sector"], row["GICS Sub-Industry"]), True,
            abroad.get(home, "us"))
    sec = json.loads((folder / "sec_company_tickers_2023.json").read_text(encoding="utf-8"))["data"]
    size = {}
    for rank, (_, ticker, _) in enumerate(sec):  # in order of market value
        size.setdefault(ticker, rank)
    for file, symbol in (("nasdaq-listed-symbols.csv", "Symbol"), ("other-listed.csv", "ACT Symbol")):
        for row in csv.DictReader((folder / file).open(encoding="utf-8")):
            name = row["Security Name"]
            if row.get("ETF") == "Y" or row.get("Test Issue") == "Y" or SKIP.search(name):
                continue
            if not re.search(r"Common Stock|Common Shares|Ordinary Share|American Depositary|Common Units|"
                             r"representing Limited Partner", name):
                continue
            legal = SECURITY.sub("", re.sub(r"\s*\((?:Name|Cayman)[^)]*\)", "", name.split(" - ")[0]))
            add(row[symbol], legal, "", False, country_of(name, legal))
    # Companies of India as its newspapers write them.
    for row in csv.DictReader((folder.parent / "sentfin/entity_list_comprehensive.csv").open(encoding="utf-8")):
        written = [part.strip() for part in row["Entity"].split(",")]
        if not re.search(r"\bLtd\b|\bBank of\b", written[0]) or len(row["Symbol"]) < 2 or not row["Symbol"].isascii():
            continue
        identity = row["Symbol"] + ".NS"
        add(row["Symbol"], re.sub(r"\s*-?\s*(Old|\(India\))\b.*", "", written[0]), "", False, "in", identity)
        if rows.get(identity):
            core = rows[identity][0]
            for alias in written[1:]:
                alias = re.sub(r"\.$", "", alias)
                if alias in (core, row["Symbol"]) or len(alias) < 3 or core_of(alias).lower() in names:
                    continue
                plain = all(part.lower() in words for part in alias.split())
                rows[identity][-1].append(("~" if plain or len(alias) < 5 or alias.isupper() else "!") + alias)
    # What is gone from the exchanges since, what trades over the counter, what is listed in London.
    for rank, (_, ticker, title) in enumerate(sec):
        if SKIP.search(title.title()) or re.search(r"\b(TRUST|FUND|ETF|ETN|SPAC|MERGER|PARTNERS I+)\b", title.upper()) \
                or not re.fullmatch(r"[A-Z]{1,5}", ticker):
            continue
        add(ticker, title, "", False, "")
    for row in csv.DictReader((folder / "financedatabase/equities_LSE.csv").open(encoding="utf-8")):
        symbol, name = row["symbol"], row["name"]
        if not re.fullmatch(r"[A-Z]{2,4}\.L", symbol) or not name or row["country"] not in ("United Kingdom", "Ireland", "Jersey", "Guernsey", "") \
                or re.search(r"Trust|VCT|Fund|Acquisition|Investment|ETF|Capital Gearing|Opportunit", name):
            continue
        add(symbol, name, sector_of(row["sector"], row["industry_group"]), False,
            COUNTRIES.get(row["country"], "gb"), symbol)

    made = [row for row in rows.values() if row]
    shorts = Counter(first_word(row[0], row[1], words, common)[1:].lower() for row in made)
    firsts = Counter(row[0].split()[0].lower() for row in made)
    out = []
    for row in sorted(made, key=lambda row: (not row[1], size.get(row[5].split("|")[0], 99999), row[2])):
        core, large, *cells, aliases = row
        short = first_word(core, large, words, common)
        big = large or size.get(cells[3].split("|")[0], 99999) < 700
        if big and not large:
            cells[6] = "large"
        elif not large and size.get(cells[3].split("|")[0], 99999) < 2000:
            cells[6] = "mid"
        # A first word that two companies share names neither, unless one of them is by far the larger.
        if short and (shorts[short[1:].lower()] == 1 or big) \
                and (firsts[short[1:].lower()] == 1 or short[1:] in SURE or big) and short[1:].lower() not in names:
            aliases.append(short)
            names.add(short[1:].lower())
        written = cells[1]
        if "?" + written in aliases:  # an ordinary name without a longer form
            cells[6] = (cells[6] + ",ambiguous").strip(",")
        sure = set(former.get(cells[3].split("|")[0], ("", []))[1])
        aliases = [alias for alias in aliases if "!" + alias[1:] not in sure or alias in sure]
        if not large and not cells[6]:  # small: an ordinary word needs its whole name
            aliases = ["~" + alias[1:] if alias[0] == "?" and alias not in sure and " " not in alias and all(
                part.lower().strip(".,&'s") in words or len(part) < 3 for part in alias[1:].split()) else alias for alias in aliases]
            if cells[1].lower() in words and "!" + cells[1] not in sure:
                cells[6] = "word"
        aliases = [alias for alias in aliases if alias[1:] not in NO_SHORT or alias in sure]
        aliases = [alias for alias in aliases if alias[0] == "!" or len(alias) > 4 or alias[1:].lower() not in common]
        if cells[3].split("|")[0] in PRESS:
            cells[6] = ",".join(part for part in ("large", "press", "ambiguous") if part != "large" or large)
            aliases = ["?" + alias[1:] for alias in aliases]
        unsure = {alias[1:] for alias in aliases if alias.startswith("?")}
        aliases = [a for a in dict.fromkeys(aliases) if a[1:] != written and not (a[0] == "!" and a[1:] in unsure and a not in
                   former.get(cells[3].split("|")[0], ("", []))[1])]
        out.append(cells + ["|".join(aliases)])
    write("companies.tsv", out)
    write("funds.tsv", funds(folder))
    print(len(out), "companies")


main()
