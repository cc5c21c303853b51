"""Writes profiles that might be those of readers, one a line: people.py COUNT [SEED].

Everybody leans to one of the presets of the comparison, more or less, and leaves some of it open.
"""

import json
import random
import sys

# The claims of the bundled comparison, each with what it is about.
CLAIMS = {
    "handmade/uniqueness": "individuality",
    "handmade/craftsmanship": "durability",
    "handmade/personal-connection": "connection",
    "handmade/customization": "customization",
    "handmade/support-for-artisans": "artisans",
    "handmade/higher-price": "price",
    "handmade/limited-selection": "choice",
    "handmade/production-time": "waiting",
    "mass-produced/affordability": "price",
    "mass-produced/variety": "choice",
    "mass-produced/consistency": "consistency",
    "mass-produced/availability": "waiting",
    "mass-produced/trendiness": "fashion",
    "mass-produced/lack-of-uniqueness": "individuality",
    "mass-produced/questionable-quality": "durability",
    "mass-produced/environmental-concerns": "environment",
    "mass-produced/limited-artisan-support": "artisans",
}

# What kinds of people care about, and how many of a hundred are of each kind.
KINDS = [
    (45, {"price": 9, "choice": 6, "waiting": 6, "consistency": 5}),
    (20, {"fashion": 9, "choice": 8, "individuality": 6}),
    (15, {"artisans": 9, "environment": 9, "durability": 6}),
    (20, {"individuality": 9, "connection": 8, "customization": 7, "durability": 7}),
]


TOPICS = sorted(set(CLAIMS.values()))


def person(chance, number):
    kind = chance.choices([cares for _, cares in KINDS], [share for share, _ in KINDS])[0]
    weights = {}
    for about in TOPICS:
        if chance.random() < 0.8:
            middle = kind.get(about, 3)
            weights[about] = min(10, max(0, round(chance.gauss(middle, 2))))
    stances = {}
    for claim, about in CLAIMS.items():
        stance = {}
        if about in weights:
            stance["weight"] = weights[about]
        if chance.random() < 0.03:
            stance["on"] = False
        if chance.random() < 0.01:
            stance["essential"] = True
        if stance:
            stances[claim] = stance
    return {"id": f"p{number}", "stances": stances}


def main():
    count = int(sys.argv[1])
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    for number in range(count):
        sys.stdout.write(json.dumps(person(chance, number), separators=(",", ":")) + "\n")


main()
