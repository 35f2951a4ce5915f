import quindex as qx
from handbook import spec, world
from quindex import diagnose

result = qx.compute(spec, world)
print(result.explain("RWA"))
print(result.contributions().loc[["RWA", "USA"]].round(1))

# What decides, beside what was meant to decide.
print(diagnose.importance(result, parts="children")[["part", "weight", "share"]].round(2).to_string(index=False))

# What keeps them from the goal.
blocked = diagnose.obstacles(result).blocks
print(blocked.loc[["RWA", "USA"]].round(2))

additive = qx.compute(spec.replace(aggregate=qx.aggregate.ArithmeticMean()), world)
moved = diagnose.compare(additive, result)
print(moved)
print(moved.units.set_index("unit").loc["YEM", "why"])
