import quindex as qx
from robustness_index import r, result, vary

found = r.drivers()
print(found.indices["pawn"].sort_values(ascending=False).head(3).round(2))

drivers = qx.robustness.sensitivity(result, vary, base_rows=512, units=["China"])
print(drivers.indices[["first", "total", "total_low", "total_high"]].round(2))
print(drivers.verdict)
china = drivers.of_units.query("output == 'rank'")
print("China:", china.loc[china["total"].idxmax(), "factor"])

without = qx.robustness.leave_one_out(result)
print(without.importance.round(2).to_string(index=False))

weights = qx.robustness.stability(result).weights
print(weights[["node", "weight", "leader_low", "leader_high"]].round(3).to_string(index=False))

multiverse = qx.robustness.scenarios(result, {"normalise": vary["normalise"], "aggregate": vary["aggregate"]})
print(multiverse.table.round(2).to_string(index=False))
print(multiverse.effects.round(2).to_string(index=False))
