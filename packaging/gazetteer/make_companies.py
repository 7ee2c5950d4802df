#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Leadline contributors
# SPDX-License-Identifier: Apache-2.0
"""Writes resources/engine/gazetteer/companies.tsv from public listings.

Use: make_companies.py FOLDER [WORDS] > companies.tsv
FOLDER holds sp500_constituents.csv, nasdaq-listed-symbols.csv and other-listed.csv (facts: names, tickers,
sectors); WORDS is a list of English words, one a line: a company called like one of them needs context.
Companies of the hand-kept companies_world.tsv are left out.
"""
import csv
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
LEGAL = re.compile(r",?\s+(" + FORM + r"|Holdings?|Group|REIT|& Co\.?)\s*$")
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
    Michael George William James John Robert David Thomas Peter Paul Oxford Cambridge London""".split())
# Short names with more than one reading, whatever the word list says.
UNSURE = set("""Dow Ball Gap Block Target Visa Match Ally Apple Carnival Booking Coherent Progressive Southern Northern
    Waters Williams Xylem Flex Fox News Mosaic Tapestry Workday Dover Everest Hartford Eaton Amazon Meta Snap
    Caterpillar Alphabet Lilly Nasdaq Jacobs Rollins Ferguson Stanley Edwards Parker Emerson
    Essex Bristol Camden Tyler Tyson Vulcan Warner Willis Zimmer Simon Phillips Kraft Rockwell Devon Edison
    Abbott Baxter Equity Regions Trade Genuine Key F5""".split())
# What the listing shortens or newspapers write in another way.
MORE = {
    "DIS": "!Disney", "SLB": "!SLB", "FCX": "?Freeport", "UNH": "!UnitedHealth Group", "UPS": "!UPS", "HD": "!Home Depot",
    "RTX": "!Raytheon|!Raytheon Technologies", "MO": "!Philip Morris USA", "PM": "!Philip Morris", "AMD": "!AMD",
    "NEM": "!Newmont Mining", "CVS": "!CVS", "COP": "!Conoco", "OXY": "!Occidental|!Oxy", "GILD": "!Gilead Sciences",
    "HPE": "!HPE", "TXN": "?TI", "EW": "", "CMCSA": "!NBCUniversal", "NWSA": "!News Corp.",
    "LMT": "!Lockheed-Martin", "CHTR": "?Charter", "FIS": "!FIS", "BNY": "!Bank of New York Mellon", "SPG": "",
    "BK": "!Bank of New York Mellon|!BNY", "AXP": "!AmEx|!Amex", "ADM": "!Archer-Daniels-Midland|!ADM", "PNC": "!PNC",
    "MU": "!Micron", "NOC": "!Northrop", "HON": "!Honeywell", "PANW": "?Palo Alto", "GEV": "!GE Vernova",
    "ADBE": "!Adobe", "MMM": "!3M Co", "SCHW": "?Schwab", "KHC": "?Kraft", "WBD": "!Warner Bros|!Warner Bros.",
    "PCG": "!Pacific Gas and Electric", "STT": "", "TMUS": "!T-Mobile", "GD": "", "GIS": "", "ALB": "", "FDX": "!Fedex",
    "EBAY": "!EBay", "WDC": "", "BKR": "!Baker-Hughes", "EL": "!Estee Lauder|!Estée Lauder", "CCL": "!Carnival Corp",
    "JBL": "", "CLX": "", "CI": "!Cigna Group", "LLY": "", "PARA": "!Paramount", "PSKY": "!Paramount|!Paramount Global",
    "BMY": "!Bristol-Myers|!Bristol-Myers Squibb|!Bristol Myers", "NKE": "!NIKE", "LIN": "!Praxair", "MAR": "!Marriott",
    "RCL": "!Royal Caribbean Cruises", "ISRG": "", "NCLH": "!Norwegian Cruise", "AA": "", "DELL": "!Dell", "HLT": "!Hilton",
    "APD": "!Air Products and Chemicals", "ORLY": "!O'Reilly Automotive", "TMO": "!Thermo Fisher", "HSY": "!Hershey's",
    "AZO": "", "YUM": "!Yum Brands", "EOG": "!EOG", "LHX": "!L3Harris Technologies", "EXC": "", "DD": "!Dupont|!DuPont de Nemours"}


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


def variants(alias):
    """The typographic apostrophe beside the plain one, "and" beside "&"."""
    yield alias
    if "'" in alias:
        yield alias.replace("'", "’")
    if "’" in alias:
        yield alias.replace("’", "'")
    if " & " in alias:
        yield alias.replace(" & ", " and ")


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


def main():
    folder = Path(sys.argv[1])
    words_file = Path(sys.argv[2] if len(sys.argv) > 2 else "/usr/share/dict/words")
    listed = [line.strip() for line in words_file.open(encoding="utf-8") if "'" not in line]
    words = {word.lower() for word in listed}
    common = {word for word in listed if word.islower()}  # the others are names of people and places
    facts = more_facts(folder / "financedatabase")
    rows = {}
    names = set()
    for line in WORLD.open(encoding="utf-8"):
        if not line.startswith("#"):
            cells = line.rstrip("\n").split("\t")
            names.update([core_of(cells[1]).lower()] + [alias[1:].lower() for alias in cells[7].split("|") if alias])
            rows[cells[0]] = rows[cells[3] or cells[0]] = None

    def add(ticker, name, sector, large, country):
        legal = re.sub(r"\s+", " ", re.sub(r"\s*\([^)]*\)\s*$", "", name)).strip(" -,")
        if legal.isupper() and len(legal.split()) > 1:
            legal = " ".join(word.capitalize() if len(word) > 3 else word for word in legal.split())
        core = core_of(legal)
        if len(core) < 2 or core in NO_SHORT or ticker in rows or "company:" + ticker in rows or core.lower() in names:
            return
        if len(core.split()) == 1 and not large and core not in SURE and (core.lower() in common or len(core) < 5):
            return
        if "|" in legal or len(core) > 60 or re.search(r" [IVX]{1,5}$", core):
            return
        names.add(core.lower())
        known = facts.get(core.lower(), ("", ""))
        sector = sector or known[0] or sector_from_name(core)
        country = known[1] if not large and known[1] else country
        written, aliases = row_of(legal, core, large, words, common)
        aliases += [alias for alias in MORE.get(ticker, "").split("|") if alias] if large else []
        rows[ticker] = [core, large, "company:" + ticker, written, "company", ticker, country,
                        sector, "large" if large else "", aliases]

    for row in csv.DictReader((folder / "sp500_constituents.csv").open(encoding="utf-8")):
        home = row["Headquarters Location"].rsplit(", ", 1)[-1]
        abroad = {"Ireland": "ie", "United Kingdom": "gb", "UK": "gb", "Switzerland": "ch", "Bermuda": "bm",
                  "Netherlands": "nl", "Canada": "ca", "Singapore": "sg", "Luxembourg": "lu", "Israel": "il"}
        add(row["Symbol"], row["Security"], sector_of(row["GICS Sector"], row["GICS Sub-Industry"]), True,
            abroad.get(home, "us"))
    for file, symbol in (("nasdaq-listed-symbols.csv", "Symbol"), ("other-listed.csv", "ACT Symbol")):
        for row in csv.DictReader((folder / file).open(encoding="utf-8")):
            name = row["Security Name"]
            if row.get("ETF") == "Y" or row.get("Test Issue") == "Y" or SKIP.search(name):
                continue
            if not re.search(r"Common Stock|Common Shares|Ordinary Share|American Depositary", name):
                continue
            legal = SECURITY.sub("", re.sub(r"\s*\((?:Name|Cayman)[^)]*\)", "", name.split(" - ")[0]))
            add(row[symbol], legal, "", False, country_of(name, legal))

    made = [row for row in rows.values() if row]
    shorts = Counter(first_word(row[0], row[1], words, common)[1:].lower() for row in made)
    firsts = Counter(row[0].split()[0].lower() for row in made)
    print("# id\tname\tkind\tticker\tcountry\tsector\ttags\taliases")
    print("# Made by packaging/gazetteer/make_companies.py from public listings.")
    for row in sorted(made, key=lambda row: row[2]):
        core, large, *cells, aliases = row
        short = first_word(core, large, words, common)
        # A first word that two companies share names neither.
        if short and shorts[short[1:].lower()] == 1 and (firsts[short[1:].lower()] == 1 or short[1:] in SURE) \
                and short[1:].lower() not in names:
            aliases.append(short)
        written = cells[1]
        out = [v for name in [("!" + written)] + aliases for v in variants(name)]
        out = [v for v in dict.fromkeys(out) if v[1:] != written]
        if "?" + written in aliases:  # an ordinary name without a longer form
            cells[6] = (cells[6] + ",ambiguous").strip(",")
        print("\t".join(cells + ["|".join(out)]))


main()
