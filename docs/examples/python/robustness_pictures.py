import matplotlib
import quindex as qx
from robustness_index import r, result, vary

matplotlib.use("Agg")  # into files, not onto a screen
drivers = qx.robustness.sensitivity(result, vary, base_rows=512)
pictures = {
    "ranks": r.plot.ranks(),
    "acceptability": r.plot.acceptability(),
    "sensitivity": drivers.plot.sensitivity(),
}
for name, ax in pictures.items():
    qx.robustness.save_picture(ax, f"build/robustness_{name}.svg")
    print(ax.alt_text)
