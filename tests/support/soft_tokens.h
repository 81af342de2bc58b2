// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/test_files.h"

namespace jz::test {

/// The PKCS#11 module of SoftHSM2, which keeps its tokens in files; empty when it is not there.
QString softTokenModule();

/// Points SoftHSM to tokens in a folder of its own. To be made before anything loads the module: it looks for tokens once.
class SoftTokens
{
public:
    SoftTokens();
    static QString pin() { return QStringLiteral("24680"); }

    /// A token of that name.
    void add(const QString& label) const;
    /// Certificate and key out of PEM files, under an id of two hex digits; no key when `key` is empty.
    void put(const QString& label, const QString& id, const QString& certificate, const QString& key) const;
    /// As if the token was pulled out: its files are gone.
    void pullOut(const QString& label) const;

private:
    ScratchFolder m_folder;
};

} // namespace jz::test
