// The compiled bodies of quindex/frontier.
#include "quindex/frontier/impl/bootstrap.ipp"
#include "quindex/frontier/impl/comparisons.ipp"
#include "quindex/frontier/impl/data_envelopment.ipp"
#include "quindex/frontier/impl/doubt.ipp"
#include "quindex/frontier/impl/doubt_forms.ipp"
#include "quindex/frontier/impl/technology.ipp"
