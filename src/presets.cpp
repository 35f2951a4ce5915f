// The folder presets/ of the compiled library.
#include "quindex/presets/impl/presets.ipp"

#include "quindex/presets/impl/gdi_2010.ipp"
#include "quindex/presets/impl/hdi_2010.ipp"
#include "quindex/presets/impl/ihdi_2010.ipp"
#include "quindex/presets/impl/qci.ipp"
#include "quindex/presets/impl/svi_2018.ipp"
