#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Leadline contributors
# SPDX-License-Identifier: Apache-2.0
"""Writes resources/engine/gazetteer/companies.tsv from public listings.

Use: make_companies.py FOLDER WORDS > companies.tsv
FOLDER holds sp500_constituents.csv, nasdaq-listed-symbols.csv and other-listed.csv (facts: names, tickers,
sectors); WORDS is a list of English words, one a line: a company called like one of them needs context.
"""
import csv
import re
import sys

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
LEGAL = re.compile(
    r"[,]?\s+(Incorporated|Inc\.?|Corporation|Corp\.?|Company|Co\.?|Limited|Ltd\.?|plc|PLC|P\.L\.C\.|LLC|L\.P\.|LP|"
    r"N\.V\.|NV|S\.A\.|SA|AG|SE|AB|ASA|S\.p\.A\.|Holdings?|Group|Trust|REIT|& Co\.?|\(The\)|\(DE\))\s*$")
SECURITY = re.compile(
    r"\s+-?\s*(Class [A-Z]|Common|Ordinary|American Depositary|ADR|ADS|Subordinate|Series|New|Units?|Shares?|Stock|"
    r"Depositary|Sponsored|Registered|Voting|Limited Voting|Multiple).*$")
SKIP = re.compile(
    r"Acquisition|Warrant|Right|Unit|ETF|ETN|Fund|Preferred|Notes|Trust Preferred|Depositary Shares|%|Debenture|Income|"
    r"Municipal|Capital Corp\. [IVX]+$|SPAC|Test |Cumulative|Portfolio")


def core_of(name):
    name = re.sub(r"\s*\((The|DE|Class [A-Z])\)", "", name).strip()
    previous = None
    while previous != name:
        previous = name
        name = LEGAL.sub("", name).strip(" ,&")
    return name


def sector_of(sector, sub):
    for key, value in SUB_SECTORS.items():
        if key in sub:
            return value
    return SECTORS.get(sector, "")


def aliases_of(name, core, large, words):
    """The short form, with the sign that says how sure it is; nothing when it is no name by itself."""
    found = []
    plain = core.replace(".com", "")
    parts = plain.split()
    if not parts or plain == name:
        parts = parts or [name]
    ordinary = all(part.lower() in words or len(part) < 3 for part in parts)
    if len(parts) == 1:
        sign = "!" if large and not ordinary and len(parts[0]) >= 3 else "?"
    else:
        sign = "?" if ordinary and not large else "!"
    if plain != name and len(plain) >= 2:
        found.append(sign + plain)
    # "JPMorgan Chase" → "JPMorgan": only large companies, only a first word that is no word.
    if large and len(parts) >= 2 and parts[0].lower() not in words and len(parts[0]) >= 5 and parts[0][0].isupper():
        found.append("!" + parts[0])
    return found


def main():
    folder, words_file = sys.argv[1:3]
    words = {line.strip().lower() for line in open(words_file, encoding="utf-8") if "'" not in line and line.strip().islower()}
    rows = {}
    names = set()

    def add(ticker, name, sector, large):
        name = re.sub(r"\s+", " ", name).strip()
        core = core_of(name)
        if not core or len(core) < 2 or ticker in rows or core.lower() in names:
            return
        if len(core.split()) == 1 and not large and (core.lower() in words or len(core) < 5):
            return
        names.add(core.lower())
        aliases = aliases_of(name, core, large, words)
        rows[ticker] = ["company:" + ticker, core, "company", ticker, "us", sector, "large" if large else "",
                        "|".join(dict.fromkeys(alias for alias in aliases if alias[1:] != core or alias[0] == "?"))]
        ordinary = all(part.lower() in words for part in core.split())
        if ordinary and (len(core.split()) == 1 or not large):
            # The name itself is an ordinary word: it must not match by itself.
            rows[ticker][6] = (rows[ticker][6] + ",ambiguous").strip(",")

    for row in csv.DictReader(open(folder + "/sp500_constituents.csv", encoding="utf-8")):
        add(row["Symbol"], row["Security"], sector_of(row["GICS Sector"], row["GICS Sub-Industry"]), True)
    for file, symbol in (("nasdaq-listed-symbols.csv", "Symbol"), ("other-listed.csv", "ACT Symbol")):
        for row in csv.DictReader(open(folder + "/" + file, encoding="utf-8")):
            name = row["Security Name"]
            if row.get("ETF") == "Y" or row.get("Test Issue") == "Y" or SKIP.search(name):
                continue
            if not re.search(r"Common Stock|Common Shares|Ordinary Share|American Depositary", name):
                continue
            add(row[symbol], SECURITY.sub("", name.split(" - ")[0]), "", False)
    print("# id\tname\tkind\tticker\tcountry\tsector\ttags\taliases")
    print("# Made by packaging/gazetteer/make_companies.py from public listings.")
    for ticker in sorted(rows):
        print("\t".join(rows[ticker]))


main()
