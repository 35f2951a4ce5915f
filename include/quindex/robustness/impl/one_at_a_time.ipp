/// Bodies to come.
#pragma once
