#pragma once
#include <libxml/xmlversion.h>
// Debian's libxml2 knows ICU, whose headers would clash with the ICU that Swift's Foundation brings. Nothing of it is
// used here: it only adds fields at the end of structures that this package never looks into.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/xmlreader.h>
