import quindex as qx
from handbook import spec, tree, world

has = qx.data_availability(tree, world)
print(has.loc[has["fair"] < 0.75, ["fair", "health", "education", "income", "women"]].round(2))

print("flagged:", len(qx.flag_indicators(tree, world)))
twice = world.assign(gnipc=world["mys"] * 12)
print(qx.flag_indicators(tree, twice).to_string(index=False))

result = qx.compute(spec, world)
print(len(result.units), "of", len(world), "countries take part")
print(result.notes["what"].iloc[1])

# Women's schooling and income are divided by men's, and parity is enough.
print(qx.prepare(spec, world).loc[["ISL", "YEM"], ["mys_f", "gnipc_f"]].round(2))
