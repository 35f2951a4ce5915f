import quindex as qx
from handbook import spec, world
from quindex import diagnose

result = qx.compute(spec, world)
print(diagnose.flagged_pairs(result, collinear=0.9).round(2).to_string(index=False))

parts = diagnose.components(result)
print(parts.eigenvalues[["component", "eigenvalue", "cumulative"]].head(3).round(2).to_string(index=False))
print("more than chance:", parts.retained, " KMO:", round(diagnose.adequacy(result).kmo, 2))

alpha = diagnose.reliability(result)
print("alpha", round(alpha.alpha, 3), "from", round(alpha.alpha_low, 3), "to", round(alpha.alpha_high, 3))
print(alpha.items[["column", "alpha_if_dropped", "item_total"]].tail(3).round(2).to_string(index=False))

# Does every indicator go with its own group more than with another?
nodes = diagnose.levels(result).nodes[["node", "group", "with_group", "nearest", "with_nearest"]]
print(nodes.tail(2).round(2).to_string(index=False))
