// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace jz {

/// The value below which a standard normal variable lies with that probability (0 < p < 1), to about 16 digits. Draws made
/// with it come out the same with every compiler, which std::normal_distribution does not promise. M. J. Wichura, Algorithm AS 241, Applied Statistics 37 (1988), 477–484.
double inverseNormal(double probability);

} // namespace jz
