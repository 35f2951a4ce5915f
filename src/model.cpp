// The compiled bodies of quindex/model.
#include "quindex/model/impl/choice.ipp"
#include "quindex/model/impl/framework.ipp"
#include "quindex/model/impl/maps.ipp"
#include "quindex/model/impl/node.ipp"
#include "quindex/model/impl/panel.ipp"
#include "quindex/model/impl/table.ipp"
