// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace jz {

/// Thrown when the user changed his mind in the middle of something; shown to nobody.
struct Cancelled
{
};

/// Throws Cancelled on a thread that was asked to stop (QThread::requestInterruption()). Long work calls it between two things, where
/// nothing is half written. Never throws on other threads.
void stopWhenAsked();

} // namespace jz
