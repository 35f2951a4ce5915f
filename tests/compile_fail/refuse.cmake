# Fails unless COMPILER rejects SNIPPET with the message that its first line announces.
file(STRINGS ${SNIPPET} first_line LIMIT_COUNT 1)
if(NOT first_line MATCHES "^// expect: (.+)$")
  message(FATAL_ERROR "${SNIPPET} does not open with '// expect: <regular expression>'")
endif()
set(expected "${CMAKE_MATCH_1}")
# "// flags: ..." on the second line adds compiler flags.
file(STRINGS ${SNIPPET} flags_line REGEX "^// flags: " LIMIT_COUNT 1)
string(REGEX REPLACE "^// flags: " "" flags "${flags_line}")
separate_arguments(flags)
list(TRANSFORM INCLUDES PREPEND -I)
execute_process(COMMAND ${COMPILER} -std=c++20 -fsyntax-only ${flags} ${INCLUDES} ${SNIPPET}
  RESULT_VARIABLE result OUTPUT_VARIABLE said ERROR_VARIABLE said)
if(result EQUAL 0)
  message(FATAL_ERROR "${SNIPPET} compiled, and should not")
elseif(NOT said MATCHES "error: [^\n]*${expected}")
  message(FATAL_ERROR "${SNIPPET} was refused for another reason than '${expected}':\n${said}")
endif()
