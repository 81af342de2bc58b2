// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signature/identity.h"
#include "model/signature/token.h"

namespace jz::ui {

/// Says plainly what a signing identity is worth: who vouches for it, until when it is valid, what whoever receives it has to do.
QString worthOf(const Identity& identity);

/// How a token stands: fine (empty), few tries left, locked.
QString pinWords(TokenInfo::Pin pin);

} // namespace jz::ui
