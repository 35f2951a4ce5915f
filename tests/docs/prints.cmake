# Fails unless PROGRAM succeeds and, where the file EXPECTED exists, prints what is in it.
execute_process(COMMAND ${PROGRAM} OUTPUT_VARIABLE printed COMMAND_ERROR_IS_FATAL ANY)
if(EXISTS ${EXPECTED})
  file(READ ${EXPECTED} expected)
  if(NOT printed STREQUAL expected)
    message(FATAL_ERROR "expected, as in ${EXPECTED}:\n${expected}\nprinted:\n${printed}")
  endif()
endif()
