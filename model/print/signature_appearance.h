// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/text_shaper.h"

#include <QSizeF>

namespace jz {

/// What a certificate signature shows on the page. All of it is a claim; only verification says who signed.
struct AppearanceContent
{
    QSizeF size;         ///< of the signature field, mm
    QString signer;
    QString date;        ///< in words, e.g. 2030年5月20日 10:30
    QString fingerprint; ///< of the certificate, hex
    QString opinion;     ///< what the signer adds, 300 characters at least; empty for none
    QByteArray sealPng;  ///< picture of a seal; empty for none
};

/// Draws the appearance as a one-page PDF of the field's size, fonts embedded, background transparent.
///
/// The words stand in the middle of the field, clear of the printed labels in its first and last lines
/// (opinion_block.h); the opinion is set as large as fits, 10.5 to 5.5 points. A seal is at most 42 mm wide.
/// Throws Error Malformed when `sealPng` is no PNG, Unusable when the opinion does not fit even at 5.5 points.
QByteArray drawSignatureAppearance(const AppearanceContent& content, TextShaper& shaper);

} // namespace jz
