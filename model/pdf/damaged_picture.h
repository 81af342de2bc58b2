// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/base/error.h"

#include <QSize>

namespace jz {

/// Error Malformed: the picture is truncated or damaged. `detail` is for the log.
inline Error damagedPicture(const QString& path, const QString& detail)
{
    return Error(ErrorCode::Malformed,
                 LocalizedText{QStringLiteral("图片“%1”不完整或已损坏，无法打开。请重新拍摄、扫描或导出。"),
                               QStringLiteral("The picture “%1” is incomplete or damaged and cannot be opened. "
                                              "Photograph, scan or export it anew.")}
                     .arg(path),
                 path, detail);
}

/// Error TooLarge: the picture cannot be decoded within reasonable memory.
inline Error tooLargePicture(const QString& path, const QSize& size, const QString& detail = {})
{
    return Error(ErrorCode::TooLarge,
                 LocalizedText{QStringLiteral("图片“%1”过大（%2×%3 像素），无法处理。请先缩小图片再选。"),
                               QStringLiteral("The picture “%1” is too large (%2 × %3 pixels). Make it smaller first.")}
                     .arg(path, QString::number(size.width()), QString::number(size.height())),
                 path, detail);
}

} // namespace jz
