import quindex as qx

tree = qx.group("wellbeing", [
    qx.indicator("income"),
    qx.group("life", [qx.indicator("pollution", better="low"), qx.indicator("schooling")]),
])
spec = qx.Spec(
    tree,
    prepare=[qx.impute.Median(), qx.step(qx.treat.Winsorise(), only="income")],
    normalise={"*": qx.normalise.MinMax(), "schooling": qx.normalise.ZScore(mean=50, sd=10)},
    aggregate={"*": qx.aggregate.ArithmeticMean(), "wellbeing": qx.aggregate.GeometricMean()},
    missing=qx.missing.Renormalise(at_least=0.5),
    ties="average",
)
print(spec)
assert spec == spec.replace(ties="average")

qx.write_spec(spec, "build/wellbeing.json")
assert qx.read_spec("build/wellbeing.json") == spec
