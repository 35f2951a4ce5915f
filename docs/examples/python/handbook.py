import pandas as pd
import quindex as qx

# UNDP, Human Development Report 2023/24, CC BY 3.0 IGO; see tests/golden/data/hdi.
every = pd.read_csv("tests/golden/data/hdi/inputs.csv")
every = every[~every["iso3"].str.startswith("ZZ")]
world = every[every["year"] == 2022].set_index("iso3").drop(columns="year")

tree = qx.group("fair", [
    qx.group("health", [
        qx.indicator("le", unit="years", name="Life expectancy"),
        qx.indicator("ineq_le", better="low", unit="%", name="Inequality of life expectancy"),
    ]),
    qx.group("education", [
        qx.indicator("eys", unit="years", name="Expected schooling"),
        qx.indicator("mys", unit="years", name="Mean schooling"),
        qx.indicator("ineq_edu", better="low", unit="%", name="Inequality of schooling"),
    ]),
    qx.group("income", [
        qx.indicator("gnipc", unit="2017 PPP $", name="Income per head"),
        qx.indicator("ineq_inc", better="low", unit="%", name="Inequality of income"),
    ]),
    qx.group("women", [
        qx.indicator("mys_f", unit="of men's", name="Women's schooling"),
        qx.indicator("gnipc_f", unit="of men's", name="Women's income"),
    ]),
], name="Fair human development")

prepare = [
    qx.step(qx.denominate.Ratio(by="mys_m"), only="mys_f"),
    qx.step(qx.denominate.Ratio(by="gnipc_m"), only="gnipc_f"),
    qx.step(qx.treat.Clip(high=1), only="women"),
    qx.step(qx.treat.LogShift(shift=0), only="gnipc"),
]
spec = qx.Spec(
    tree,
    screen=qx.screen.Availability(at_least=0.75, in_every_group=0.5),
    prepare=[*prepare, qx.impute.ExpectationMaximisation()],
    normalise=qx.normalise.MinMax(low=1),
    aggregate={"*": qx.aggregate.ArithmeticMean(), "fair": qx.aggregate.GeometricMean()},
)
