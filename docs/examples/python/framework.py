import quindex as qx

tree = qx.group("city", [
    qx.group("economy", [
        qx.indicator("gdp", unit="yuan per head", weight=2),
        qx.indicator("jobless", better="low", unit="%"),
    ], name="Economy", names={"zh": "经济"}),
    qx.group("water", [
        qx.indicator("ph", better=(6.5, 8.5)),
        qx.indicator("oxygen", target=7.5, goalposts=(0, 10)),
    ], weight=0.5),
])
print(tree)
